package org.jiuye.shared.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A part of a whole, from 0 to 1, as an exact decimal: no count and no payment is computed with
 * floating-point numbers.
 */
public record Ratio(@JsonValue BigDecimal value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Ratio {
    value = value.stripTrailingZeros();
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0 || value.scale() > 6) {
      throw new IllegalArgumentException("A ratio is from 0 to 1, with at most six decimal places");
    }
  }

  /** Reads a ratio such as {@code 0.15}. */
  public static Ratio of(String text) {
    return new Ratio(new BigDecimal(text));
  }

  /**
   * The least whole number that is at least this part of a whole. Fractions of people are rounded
   * up: 15% of 33 (4.95) is 5, and 15% of 20 is 3.
   */
  public long leastOf(long whole) {
    return Math.ceilDiv(Math.multiplyExact(whole, numerator()), denominator());
  }

  /** A whole plus this part of it, rounded down to the unit. */
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
