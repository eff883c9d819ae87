package org.jiuye.loan.logic;

import java.util.List;

/**
 * A fact that a rule would have to be told.
 *
 * @param <F> the facts that it belongs to
 * @param pointer where the answer stands in a request
 * @param answers the facts with possible answers filled in: some that would help, some that would
 *     not
 */
public record Question<F>(String pointer, List<F> answers) {
  public Question {
    answers = List.copyOf(answers);
  }

  /** A question with a helpful and an unhelpful answer. */
  public static <F> Question<F> of(String pointer, F helpful, F unhelpful) {
    return new Question<>(pointer, List.of(helpful, unhelpful));
  }
}
