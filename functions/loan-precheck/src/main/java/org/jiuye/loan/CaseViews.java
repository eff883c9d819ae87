package org.jiuye.loan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.loan.model.Facts;
import org.jiuye.loan.model.LoanCase;
import org.jiuye.loan.model.Product;
import org.jiuye.loan.model.Trace;
import org.jiuye.loan.model.Verdict;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.policy.Document;

/** How cases are answered. */
final class CaseViews {
  private final PrecheckViews prechecks;

  CaseViews(PrecheckViews prechecks) {
    this.prechecks = prechecks;
  }

  record ReferralView(String bankId, OffsetDateTime referredAt) {}

  /** A case without anything that was told of the person. */
  record CaseLine(
      String loanCaseId,
      Product product,
      LocalDate asOf,
      String policyId,
      int policyVersion,
      Verdict verdict,
      OffsetDateTime createdAt,
      boolean onBehalf,
      Optional<ReferralView> referral,
      long version) {}

  /** A case as its person and staff see it: with the facts, and the answer as it was given. */
  record CaseView(
      String loanCaseId,
      Product product,
      LocalDate asOf,
      String policyId,
      int policyVersion,
      Verdict verdict,
      OffsetDateTime createdAt,
      boolean onBehalf,
      Optional<ReferralView> referral,
      long version,
      String personId,
      Facts facts,
      PrecheckViews.PrecheckView precheck) {}

  static CaseLine line(LoanCase loanCase) {
    return new CaseLine(
        loanCase.loanCaseId(),
        loanCase.product(),
        loanCase.asOf(),
        loanCase.policyId(),
        loanCase.policyVersion(),
        loanCase.verdict(),
        CountyTime.inCounty(loanCase.createdAt()),
        loanCase.onBehalf(),
        referral(loanCase),
        loanCase.version());
  }

  HttpResponse whole(LoanCase loanCase, Trace trace, Language language) {
    return HttpResponse.ok(view(loanCase, trace, language))
        .header("content-language", language.tag());
  }

  HttpResponse created(LoanCase loanCase, Trace trace, Language language) {
    return HttpResponse.created(
            "/loan-cases/" + loanCase.loanCaseId(), view(loanCase, trace, language))
        .header("content-language", language.tag());
  }

  private CaseView view(LoanCase loanCase, Trace trace, Language language) {
    Map<String, Document> documents =
        trace.documents().stream()
            .collect(Collectors.toMap(Document::documentId, Function.identity()));
    return new CaseView(
        loanCase.loanCaseId(),
        loanCase.product(),
        loanCase.asOf(),
        loanCase.policyId(),
        loanCase.policyVersion(),
        loanCase.verdict(),
        CountyTime.inCounty(loanCase.createdAt()),
        loanCase.onBehalf(),
        referral(loanCase),
        loanCase.version(),
        loanCase.personId(),
        trace.facts(),
        prechecks.of(trace.precheck(), documents, language));
  }

  private static Optional<ReferralView> referral(LoanCase loanCase) {
    return loanCase
        .referral()
        .map(
            referral ->
                new ReferralView(referral.bankId(), CountyTime.inCounty(referral.referredAt())));
  }
}
