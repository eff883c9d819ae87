package org.jiuye.shared.table;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list as it is answered.
 *
 * @param nextCursor what to ask for the next page with; absent on the last one
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
  /** A page that ends at a sort key when there may be more behind it. */
  public static <T> Page<T> of(List<T> items, Optional<String> lastSort) {
    return new Page<>(List.copyOf(items), lastSort.map(PageRequest::encode));
  }

  /** A list that is all there is. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(List.copyOf(items), Optional.empty());
  }
}
