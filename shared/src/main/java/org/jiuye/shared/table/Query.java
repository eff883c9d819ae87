package org.jiuye.shared.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which items of a partition are asked for, in which order.
 *
 * @param sortPrefix how their sort keys begin; empty for all
 * @param firstSort the sort key from which on, included; it goes with no prefix
 * @param limit the most items of a page; empty for what fits into DynamoDB's 1 MB
 * @param afterSort the sort key after which the page begins
 * @param consistent whether every write answered before is seen, at twice the price
 */
public record Query(
    String partition,
    String sortPrefix,
    Optional<String> firstSort,
    boolean ascending,
    Optional<Integer> limit,
    Optional<String> afterSort,
    boolean consistent) {

  /** All items of a partition in the order of their sort keys. */
  public static Query of(String partition) {
    return of(partition, "");
  }

  /** The items whose sort keys begin with a prefix, in their order. */
  public static Query of(String partition, String sortPrefix) {
    return new Query(
        partition, sortPrefix, Optional.empty(), true, Optional.empty(), Optional.empty(), false);
  }

  /** The items from a sort key on, itself included, in their order. */
  public static Query from(String partition, String firstSort) {
    return new Query(
        partition, "", Optional.of(firstSort), true, Optional.empty(), Optional.empty(), false);
  }

  /** The same from the last sort key to the first. */
  public Query descending() {
    return new Query(partition, sortPrefix, firstSort, false, limit, afterSort, consistent);
  }

  /** The same with at most this many items a page. */
  public Query limit(int most) {
    return new Query(
        partition, sortPrefix, firstSort, ascending, Optional.of(most), afterSort, consistent);
  }

  /** The same, beginning behind a sort key. */
  public Query after(String sort) {
    return new Query(
        partition, sortPrefix, firstSort, ascending, limit, Optional.of(sort), consistent);
  }

  Query fromStart() {
    return new Query(
        partition, sortPrefix, firstSort, ascending, limit, Optional.empty(), consistent);
  }

  /** The same, seeing every write that was answered before. */
  public Query asConsistent() {
    return new Query(partition, sortPrefix, firstSort, ascending, limit, afterSort, true);
  }

  /**
   * The query as DynamoDB takes it, empty where nothing can lie behind its beginning. DynamoDB
   * refuses to begin outside of the sort keys that are asked for; behind which key a page begins
   * comes from callers, so that is no error but a question of order.
   */
  Optional<Query> within() {
    if (afterSort().isEmpty()) {
      return Optional.of(this);
    }
    String after = afterSort().get();
    if (!after.isEmpty() && after.startsWith(sortPrefix())) {
      return Optional.of(this);
    }
    boolean beginsBeforeAll = (compare(after, sortPrefix()) <= 0) == ascending();
    return beginsBeforeAll ? Optional.of(fromStart()) : Optional.empty();
  }

  /** DynamoDB orders texts by the bytes of their UTF-8. */
  private static int compare(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
