package org.jiuye.loan.logic;

import java.util.List;

/**
 * What would make a failed assessment pass.
 *
 * @param <F> the facts that would change
 * @param possible whether anything would
 * @param smallest the smallest set of changes after which no rule is failed
 * @param beyond the codes of the failed rules that nothing can be done about
 */
public record Remedy<F>(boolean possible, List<Change<F>> smallest, List<String> beyond) {
  public Remedy {
    smallest = List.copyOf(smallest);
    beyond = List.copyOf(beyond);
  }
}
