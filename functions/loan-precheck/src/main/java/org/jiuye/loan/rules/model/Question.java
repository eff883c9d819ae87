package org.jiuye.loan.rules.model;

import java.util.List;

/**
 * What would have to be told.
 *
 * @param pointer where the answer stands in a request
 * @param answers what the facts could be then: some that would help, some that would not
 */
public record Question(String pointer, List<Facts> answers) {
  public Question {
    answers = List.copyOf(answers);
  }

  public static Question of(String pointer, Facts... answers) {
    return new Question(pointer, List.of(answers));
  }
}
