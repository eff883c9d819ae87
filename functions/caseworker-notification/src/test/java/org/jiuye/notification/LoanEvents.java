package org.jiuye.notification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;

/** Events as loan-precheck sends them. */
public final class LoanEvents {
  public static final String REFERRED = "org.jiuye.loan.case-referred.v1";
  public static final String BANK_CLERK = "person-bank-rural-commercial";

  private static final String LOAN_CASE = "0b6b2f0e-6a56-4c7b-9d5f-3a0b6c2d4e10";

  private LoanEvents() {}

  /** A case that was referred to a bank with two clerks. */
  public static Event referred(String eventId, String time) {
    return new Event(
        eventId,
        "/loan-precheck",
        REFERRED,
        LOAN_CASE,
        OffsetDateTime.parse(time),
        2,
        Json.MAPPER.valueToTree(
            Map.of(
                "loanCaseId",
                LOAN_CASE,
                "bankId",
                "rural-commercial",
                "bankName",
                Map.of("zh-CN", "巨鹿农商行", "en", "Julu Rural Commercial Bank"),
                "division",
                "130529",
                "personId",
                "person-borrower",
                "recipientIds",
                List.of(BANK_CLERK, "person-bank-second"))));
  }
}
