package org.jiuye.shared.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a page may begin. DynamoDB refuses to begin outside of the sort keys that are asked for;
 * behind which key a page begins comes from callers, so that is no error but a question of order.
 */
final class Bounds {
  private Bounds() {}

  /** The query as DynamoDB takes it, empty where nothing can lie behind its beginning. */
  static Optional<Query> within(Query query) {
    if (query.afterSort().isEmpty()) {
      return Optional.of(query);
    }
    String after = query.afterSort().get();
    if (!after.isEmpty() && after.startsWith(query.sortPrefix())) {
      return Optional.of(query);
    }
    boolean beginsBeforeAll = (compare(after, query.sortPrefix()) <= 0) == query.ascending();
    return beginsBeforeAll ? Optional.of(query.fromStart()) : Optional.empty();
  }

  /** DynamoDB orders texts by the bytes of their UTF-8. */
  private static int compare(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
