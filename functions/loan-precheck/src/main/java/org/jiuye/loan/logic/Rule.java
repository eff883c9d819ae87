package org.jiuye.loan.logic;

import java.util.List;

/**
 * A named condition.
 *
 * @param <F> the facts that it judges
 * @param <T> the terms by which it judges them
 * @param code its name, under which the message files describe it
 * @param parameters the names of the terms that it applies; their documents are its citation
 */
public record Rule<F, T>(String code, List<String> parameters, Judgement<F, T> judgement) {
  public Rule {
    parameters = List.copyOf(parameters);
  }

  /** A rule that applies some parameters. */
  public static <F, T> Rule<F, T> of(String code, Judgement<F, T> judgement, String... parameters) {
    return new Rule<>(code, List.of(parameters), judgement);
  }

  /** How a rule judges facts. */
  @FunctionalInterface
  public interface Judgement<F, T> {
    Finding<F> judge(F facts, T terms);
  }
}
