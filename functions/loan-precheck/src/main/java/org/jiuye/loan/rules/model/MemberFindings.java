package org.jiuye.loan.rules.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.loan.terms.model.Product;

/** A condition that every member of a partnership must meet, or the one applicant. */
public final class MemberFindings {
  private MemberFindings() {}

  /** How one member is judged. */
  @FunctionalInterface
  public interface MemberJudgement {
    Finding judge(Facts facts, int member, Borrower borrower);
  }

  /**
   * Judges the applicant and every partner. The facts used are those of the applicant; of partners
   * it is told which ones do not meet it.
   */
  public static Finding all(Facts facts, MemberJudgement judgement) {
    State state = State.MET;
    Map<String, Object> used = new LinkedHashMap<>();
    List<Question> questions = new ArrayList<>();
    List<Change> mends = new ArrayList<>();
    List<String> failing = new ArrayList<>();
    boolean mendable = true;
    List<Borrower> members = facts.members();
    for (int member = 0; member < members.size(); member++) {
      Finding finding = judgement.judge(facts, member, members.get(member));
      state = state.and(finding.state());
      if (member == 0) {
        used.putAll(finding.used());
      }
      if (finding.state() == State.NOT_MET) {
        failing.add(Facts.pointer(member));
        mendable &= !finding.mends().isEmpty();
      }
      questions.addAll(finding.questions());
      mends.addAll(finding.mends());
    }
    if (facts.product() == Product.PARTNERSHIP) {
      used.put("members", members.size());
      used.put("failing", failing);
      if (facts.partners().isEmpty()) {
        state = state.and(State.UNKNOWN);
      }
    }
    return Finding.of(state, used, questions, mendable ? mends : List.of());
  }
}
