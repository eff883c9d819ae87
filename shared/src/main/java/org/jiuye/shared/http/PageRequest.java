package org.jiuye.shared.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which page of a list is asked for. A cursor holds the sort key behind which the page begins; the
 * partition always comes from the caller, so that a forged cursor leads nowhere else.
 *
 * @param limit the most items, at least 1
 */
public record PageRequest(int limit, Optional<String> after) {
  private static final int LONGEST = 512;

  static Optional<String> decode(String cursor) {
    if (cursor.isEmpty() || cursor.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static String encode(String sortKey) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
  }
}
