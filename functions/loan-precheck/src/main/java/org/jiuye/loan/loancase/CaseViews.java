package org.jiuye.loan.loancase;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** How cases are answered. */
public final class CaseViews {
  private CaseViews() {}

  public record ReferralView(String bankId, OffsetDateTime referredAt) {}

  /** A case without anything that was told of the person. */
  public record CaseLine(
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
  public record CaseView(
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
      JsonNode precheck) {}

  public static CaseLine line(LoanCase loanCase) {
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

  public static HttpResponse whole(LoanCase loanCase, Trace trace, Language language) {
    return HttpResponse.ok(view(loanCase, trace, language))
        .header("content-language", language.tag());
  }

  public static HttpResponse created(LoanCase loanCase, Trace trace, Language language) {
    return HttpResponse.created(
            "/loan-cases/" + loanCase.loanCaseId(), view(loanCase, trace, language))
        .header("content-language", language.tag());
  }

  private static CaseView view(LoanCase loanCase, Trace trace, Language language) {
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
        trace.answers().getOrDefault(language.tag(), MissingNode.getInstance()));
  }

  private static Optional<ReferralView> referral(LoanCase loanCase) {
    return loanCase
        .referral()
        .map(
            referral ->
                new ReferralView(referral.bankId(), CountyTime.inCounty(referral.referredAt())));
  }
}
