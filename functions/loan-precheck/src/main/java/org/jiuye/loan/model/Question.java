package org.jiuye.loan.model;

import java.util.List;

/**
 * What would have to be told.
 *
 * @param pointer where the answer stands in a request
 * @param answers what the facts could be then: some that would help, some that would not
 */
record Question(String pointer, List<Facts> answers) {
  Question {
    answers = List.copyOf(answers);
  }

  static Question of(String pointer, Facts... answers) {
    return new Question(pointer, List.of(answers));
  }
}
