package org.jiuye.loan.rules.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.loan.logic.Change;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Question;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.terms.model.Product;

/** Judges every borrower: the applicant and, in a partnership, each partner. */
final class Members {
  private Members() {}

  /** How one borrower is judged. */
  @FunctionalInterface
  interface MemberJudgement {
    Finding<Facts> judge(int member, Borrower borrower);
  }

  /**
   * A condition that every borrower must meet. The finding names the facts of the applicant, and
   * for a partnership also the members who fail.
   */
  static Finding<Facts> all(Facts facts, MemberJudgement judgement) {
    State state = State.MET;
    Map<String, Object> used = new LinkedHashMap<>();
    List<Question<Facts>> questions = new ArrayList<>();
    List<Change<Facts>> proposals = new ArrayList<>();
    List<String> failing = new ArrayList<>();
    boolean canBeHelped = true;
    List<Borrower> members = facts.members();
    for (int member = 0; member < members.size(); member++) {
      Finding<Facts> finding = judgement.judge(member, members.get(member));
      state = state.and(finding.state());
      if (member == 0) {
        used.putAll(finding.used());
      }
      if (finding.state() == State.NOT_MET) {
        failing.add(Facts.pointer(member));
        canBeHelped &= !finding.proposals().isEmpty();
      }
      questions.addAll(finding.questions());
      proposals.addAll(finding.proposals());
    }
    if (facts.product() == Product.PARTNERSHIP) {
      used.put("members", members.size());
      used.put("failing", failing);
      if (facts.partners().isEmpty()) {
        state = state.and(State.UNKNOWN);
      }
    }
    return Finding.of(state, used, questions, canBeHelped ? proposals : List.of());
  }
}
