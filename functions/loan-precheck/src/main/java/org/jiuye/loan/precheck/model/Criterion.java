package org.jiuye.loan.precheck.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.terms.model.Cited;

/**
 * The result of one rule.
 *
 * @param rule the rule's code
 * @param facts the facts that it looked at, by name
 * @param terms the parameters that it applies
 * @param unset the parameter that nobody could find, where the state is unknown because of it
 */
public record Criterion(
    String rule,
    State state,
    Map<String, Object> facts,
    List<Cited> terms,
    Optional<String> unset) {
  public Criterion {
    terms = List.copyOf(terms);
  }
}
