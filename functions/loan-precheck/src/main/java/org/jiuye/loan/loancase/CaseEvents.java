package org.jiuye.loan.loancase;

import java.util.List;
import java.util.Map;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.terms.Bank;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;

/** The events about loan cases. They say that a case exists, and nothing about its facts. */
final class CaseEvents {
  private static final String SOURCE = "/loan-precheck";
  private static final String REFERRED = "org.jiuye.loan.case-referred.v1";

  private CaseEvents() {}

  /**
   * A case was referred.
   *
   * @param division the division whose loan desk hears of it
   * @param personId the person whose case it is
   * @param recipientIds the bank's people, who hear of it too
   */
  record ReferredData(
      String loanCaseId,
      String bankId,
      Map<String, String> bankName,
      String division,
      String personId,
      List<String> recipientIds) {}

  static Event referred(LoanCase after, Bank bank, String division) {
    return Event.of(
        SOURCE,
        REFERRED,
        after.loanCaseId(),
        CountyTime.inCounty(after.referral().orElseThrow().referredAt()),
        after.version(),
        new ReferredData(
            after.loanCaseId(),
            bank.bankId(),
            bank.name(),
            division,
            after.personId(),
            bank.staff()));
  }
}
