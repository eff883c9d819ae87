package org.jiuye.loan.precheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.rules.TermView;
import org.jiuye.loan.rules.VersionView;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.record.BuiltByName;

/**
 * A pre-check, as it is answered.
 *
 * @param notice that this is not an approval
 * @param undatedVersions versions of which nobody knows since when they have been in force
 */
@BuiltByName
record PrecheckView(
    String kind,
    String notice,
    Product product,
    LocalDate asOf,
    VersionView policy,
    Verdict verdict,
    String text,
    List<CriterionView> criteria,
    List<QuestionView> questions,
    Optional<ChangesView> changes,
    LoanView loan,
    List<TermView> unset,
    List<PaperView> papers,
    List<BankView> banks,
    List<VersionView> undatedVersions) {
  record CriterionView(
      String rule,
      String title,
      State state,
      String text,
      Map<String, Object> facts,
      List<TermView> terms,
      Optional<String> unset) {}

  record QuestionView(String pointer, String text, List<String> rules) {}

  record ChangesView(boolean possible, List<ToDoView> smallest, List<BeyondView> beyond) {}

  record ToDoView(String change, String text, Map<String, Object> details) {}

  record BeyondView(String rule, String title) {}

  record LoanView(
      TermView cap,
      TermView term,
      TermView interestSubsidy,
      CounterGuaranteeView counterGuarantee,
      String fees) {}

  record CounterGuaranteeView(
      Precheck.CounterGuarantee.Outcome outcome, String text, TermView term) {}

  record PaperView(String paperId, String name, Optional<Boolean> sample) {}

  record BankView(String bankId, String name, Optional<Boolean> sample) {}
}
