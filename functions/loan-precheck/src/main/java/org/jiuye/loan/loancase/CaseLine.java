package org.jiuye.loan.loancase;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.record.BuiltByName;

/** A case as it is listed, without any facts about the person. */
@BuiltByName
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
    long version) {
  record ReferralView(String bankId, OffsetDateTime referredAt) {
    static ReferralView of(LoanCase.Referral referral) {
      return new ReferralView(referral.bankId(), CountyTime.inCounty(referral.referredAt()));
    }
  }

  static CaseLine of(LoanCase loanCase) {
    return CaseLineBuilder.builder()
        .loanCaseId(loanCase.loanCaseId())
        .product(loanCase.product())
        .asOf(loanCase.asOf())
        .policyId(loanCase.policyId())
        .policyVersion(loanCase.policyVersion())
        .verdict(loanCase.verdict())
        .createdAt(CountyTime.inCounty(loanCase.createdAt()))
        .onBehalf(loanCase.onBehalf())
        .referral(loanCase.referral().map(ReferralView::of))
        .version(loanCase.version())
        .build();
  }
}
