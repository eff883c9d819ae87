package org.jiuye.loan.loancase;

import java.util.Optional;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.loan.precheck.FactsReader;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.text.Language;

/** {@code POST /loan-cases}: opens a case. */
public final class PostCase {
  private final OpenCase openCase;
  private final FactsReader reader;
  private final CaseAccess access;
  private final Cases cases;
  private final Idempotency idempotency;

  public PostCase(
      OpenCase openCase,
      FactsReader reader,
      CaseAccess access,
      Cases cases,
      Idempotency idempotency) {
    this.openCase = openCase;
    this.reader = reader;
    this.access = access;
    this.cases = cases;
    this.idempotency = idempotency;
  }

  private record Body(Facts facts, Optional<String> onBehalfOf) {}

  public HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields -> new Body(reader.read(fields), fields.optionalPersonId("onBehalfOf")));
    Language language = request.language();
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> {
          OpenCase.Opened opened =
              openCase.open(body.facts(), access.acting(caller, body.onBehalfOf()), attempt);
          return created(opened.loanCase(), opened.trace(), language);
        },
        loanCaseId -> {
          LoanCase loanCase = cases.get(caller, loanCaseId);
          return created(loanCase, cases.trace(loanCase), language);
        });
  }

  private static HttpResponse created(LoanCase loanCase, Trace trace, Language language) {
    return HttpResponse.created(
            "/loan-cases/" + loanCase.loanCaseId(), CaseView.of(loanCase, trace, language))
        .header("content-language", language.tag());
  }
}
