package org.jiuye.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many bytes DynamoDB charges an item for: names and texts in UTF-8, a byte for a truth value,
 * about half a byte for a digit, 3 bytes for a list or map, and one for each of its elements.
 */
public final class ItemSize {
  private static final int COLLECTION = 3;
  private static final int ELEMENT = 1;

  private ItemSize() {}

  /** The size of an item, its keys included. */
  public static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(attribute -> bytes(attribute.getKey()) + of(attribute.getValue()))
        .sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> ofNumber(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      case SS -> value.ss().stream().mapToInt(ItemSize::bytes).sum();
      case NS -> value.ns().stream().mapToInt(ItemSize::ofNumber).sum();
      case L -> COLLECTION + value.l().stream().mapToInt(each -> ELEMENT + of(each)).sum();
      case M -> COLLECTION + value.m().size() * ELEMENT + of(value.m());
      default -> throw new IllegalArgumentException("No size for " + value.type());
    };
  }

  /** A byte for two digits as they stand about the point, one for the exponent, one for a minus. */
  private static int ofNumber(String number) {
    BigDecimal value = new BigDecimal(number).stripTrailingZeros();
    if (value.signum() == 0) {
      return 1;
    }
    boolean isHalfPair = value.scale() % 2 != 0;
    int digits = value.precision() + (isHalfPair ? 1 : 0);
    return Math.ceilDiv(digits, 2) + 1 + (value.signum() < 0 ? 1 : 0);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
