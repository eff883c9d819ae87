package org.jiuye.loan.rules.model;

import java.util.List;
import org.jiuye.loan.terms.model.Terms;

/**
 * A condition of a loan.
 *
 * @param code its name, under which the message files say what it asks
 * @param parameters the policy's parameters that it stands on; their documents are its citation
 */
public record Rule(String code, List<String> parameters, Judgement judgement) {
  public Rule {
    parameters = List.copyOf(parameters);
  }

  public static Rule of(String code, Judgement judgement, String... parameters) {
    return new Rule(code, List.of(parameters), judgement);
  }

  /** How facts are judged. */
  @FunctionalInterface
  public interface Judgement {
    Finding judge(Facts facts, Terms terms);
  }
}
