package org.jiuye.loan.loancase;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;

/** {@code POST /loan-cases/{loanCaseId}/referral}: refers a case to a bank. */
public final class PostReferral {
  private static final Pattern BANK_ID = Pattern.compile("[a-z0-9-]{1,40}");

  private final ReferCase referCase;
  private final CaseAccess access;
  private final Cases cases;
  private final Idempotency idempotency;

  public PostReferral(
      ReferCase referCase, CaseAccess access, Cases cases, Idempotency idempotency) {
    this.referCase = referCase;
    this.access = access;
    this.cases = cases;
    this.idempotency = idempotency;
  }

  private record Body(String bankId, Optional<String> onBehalfOf) {}

  public HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(fields.text("bankId", BANK_ID), fields.optionalPersonId("onBehalfOf")));
    LoanCase before = cases.get(caller, Cases.idIn(request));
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            HttpResponse.ok(
                CaseLine.of(
                    referCase.refer(
                        new ReferCase.Command(before, body.bankId()),
                        access.acting(caller, body.onBehalfOf()),
                        attempt))),
        loanCaseId -> HttpResponse.ok(CaseLine.of(cases.get(caller, loanCaseId))));
  }
}
