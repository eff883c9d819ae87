package org.jiuye.shared.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
  /** DynamoDB takes sort keys of at most 1,024 bytes. */
  private static final int MOST_BYTES = 1024;

  /** The sort key that a cursor holds, empty where it holds none. */
  public static Optional<String> decode(String cursor) {
    try {
      byte[] sortKey = Base64.getUrlDecoder().decode(cursor);
      return sortKey.length == 0 || sortKey.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sortKey)).toString());
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /** The cursor for the page behind a sort key. */
  public static String encode(String sortKey) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
  }
}
