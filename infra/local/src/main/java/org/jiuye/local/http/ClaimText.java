package org.jiuye.local.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Claims as HTTP APIs hand them on: as strings only, lists as {@code [a b]}. */
final class ClaimText {

  private ClaimText() {}

  static Map<String, String> all(Map<String, ?> claims) {
    Map<String, String> texts = new TreeMap<>();
    claims.forEach((name, value) -> texts.put(name, of(value)));
    return texts;
  }

  private static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case List<?> list ->
          list.stream().map(ClaimText::of).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + of(entry.getValue()))
              .sorted()
              .collect(Collectors.joining(" ", "map[", "]"));
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }
}
