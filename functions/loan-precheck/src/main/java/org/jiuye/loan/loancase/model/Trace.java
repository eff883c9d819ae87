package org.jiuye.loan.loancase.model;

import java.util.Map;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.rules.model.Facts;
import tools.jackson.databind.JsonNode;

/**
 * Everything behind the answer of a case, and the answer itself as it was given, in every language.
 * Terms, texts, banks and papers may change later; the answer that somebody was given does not.
 *
 * @param facts the facts as they were told
 * @param precheck the result
 * @param answers the answers as they were written, by language tag
 */
public record Trace(Facts facts, Precheck precheck, Map<String, JsonNode> answers) {
  public Trace {
    answers = Map.copyOf(answers);
  }
}
