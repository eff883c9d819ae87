package org.jiuye.loan.logic;

import java.util.List;

/**
 * A question that is worth asking.
 *
 * @param pointer where the answer stands in a request
 * @param rules the codes of the rules that an answer could decide or bring closer to a decision
 */
public record OpenQuestion(String pointer, List<String> rules) {
  public OpenQuestion {
    rules = List.copyOf(rules);
  }
}
