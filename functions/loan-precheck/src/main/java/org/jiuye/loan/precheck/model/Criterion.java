package org.jiuye.loan.precheck.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.rules.model.State;
import org.jiuye.loan.terms.model.Cited;

/**
 * What a rule came to.
 *
 * @param rule the rule's code
 * @param facts what it looked at, by name
 * @param terms the parameters that it stands on
 * @param unset the parameter that nobody could find, where that is what is unknown
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
