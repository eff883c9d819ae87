package org.jiuye.loan.loancase;

import java.util.List;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;

/** {@code GET /loan-cases}: a person's cases without the facts, newest first, in one query. */
public final class ListCases {
  private final CaseStore store;
  private final CaseAccess access;

  public ListCases(CaseStore store, CaseAccess access) {
    this.store = store;
    this.access = access;
  }

  private record Query(PageRequest page, Optional<String> onBehalfOf) {}

  public HttpResponse handle(HttpRequest request, Caller caller) {
    Query query =
        request.readParameters(
            parameters ->
                new Query(parameters.page(20, 100), parameters.queryPersonId("onBehalfOf")));
    String personId = access.acting(caller, query.onBehalfOf()).personId();
    Slice slice = store.ofPerson(personId, query.page());
    List<CaseLine> lines = slice.items().stream().map(store::read).map(CaseLine::of).toList();
    return HttpResponse.ok(Page.of(lines, slice.lastSort()));
  }
}
