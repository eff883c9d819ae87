package org.jiuye.loan.loancase;

import java.util.List;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;

/** {@code GET /loan-cases}: a person's cases without what was told, newest first. One Query. */
public final class ListLoanCases {
  private final LoanStore store;
  private final LoanAccess access;

  public ListLoanCases(LoanStore store, LoanAccess access) {
    this.store = store;
    this.access = access;
  }

  private record Asked(PageRequest page, Optional<String> onBehalfOf) {}

  public HttpResponse handle(HttpRequest request, Caller caller) {
    Asked asked =
        request.readParameters(
            parameters ->
                new Asked(parameters.page(20, 100), parameters.queryPersonId("onBehalfOf")));
    Slice slice = store.ofPerson(access.principal(caller, asked.onBehalfOf()), asked.page());
    List<CaseViews.CaseLine> cases =
        slice.items().stream().map(store::read).map(CaseViews::line).toList();
    return HttpResponse.ok(Page.of(cases, slice.lastSort()));
  }
}
