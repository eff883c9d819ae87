package org.jiuye.loan.loancase;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.shared.text.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A case as its person and staff see it: with the facts, and the answer as it was given. */
record CaseView(@JsonUnwrapped CaseLine line, String personId, Facts facts, JsonNode precheck) {
  static CaseView of(LoanCase loanCase, Trace trace, Language language) {
    return new CaseView(
        CaseLine.of(loanCase),
        loanCase.personId(),
        trace.facts(),
        trace.answers().getOrDefault(language.tag(), MissingNode.getInstance()));
  }
}
