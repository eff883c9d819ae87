package org.jiuye.loan.loancase.model;

import java.util.Map;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.rules.model.Facts;
import tools.jackson.databind.JsonNode;

/**
 * All that an answer stands on, and the answer itself in every language as it was given: terms,
 * texts, banks and papers may change, what somebody was told does not.
 *
 * @param facts as they were told
 * @param precheck what they came to
 * @param answers as they were written out, by language tag
 */
public record Trace(Facts facts, Precheck precheck, Map<String, JsonNode> answers) {
  public Trace {
    answers = Map.copyOf(answers);
  }
}
