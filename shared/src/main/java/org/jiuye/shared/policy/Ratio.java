package org.jiuye.shared.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A part of a whole, 0 to 1, exact: what is counted or paid by it never meets a floating point. */
public record Ratio(@JsonValue BigDecimal value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Ratio {
    value = value.stripTrailingZeros();
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0 || value.scale() > 6) {
      throw new IllegalArgumentException("A ratio is from 0 to 1, to the millionth");
    }
  }

  /** The ratio that a text such as {@code 0.15} writes. */
  public static Ratio of(String text) {
    return new Ratio(new BigDecimal(text));
  }

  /**
   * The least whole number that is at least this part of a whole: half a person does not count, so
   * 15 % of 33 (4.95) are 5, and 15 % of 20 are 3.
   */
  public long leastOf(long whole) {
    return Math.ceilDiv(Math.multiplyExact(whole, numerator()), denominator());
  }

  /** A whole raised by this part of it, rounded down to the unit. */
  public long raise(long whole) {
    return Math.addExact(
        whole, Math.floorDiv(Math.multiplyExact(whole, numerator()), denominator()));
  }

  private long numerator() {
    return value.movePointRight(Math.max(0, value.scale())).longValueExact();
  }

  private long denominator() {
    return BigDecimal.ONE.movePointRight(Math.max(0, value.scale())).longValueExact();
  }
}
