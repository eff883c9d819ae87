package org.jiuye.stall.employer;

import java.util.List;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;

/** {@code GET /employers}: those that wait for a caseworker, the oldest first. One Query. */
final class ListEmployers {
  private static final Pattern STATE = Pattern.compile("PENDING");

  private final EmployerStore store;
  private final MarketCounty county;

  ListEmployers(EmployerStore store, MarketCounty county) {
    this.store = store;
    this.county = county;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    PageRequest page =
        request.readParameters(
            parameters -> {
              parameters.query("state", STATE);
              return parameters.page(20, 100);
            });
    county.require(caller);
    Slice slice = store.pending(page);
    List<EmployerViews.EmployerView> employers =
        slice.items().stream().map(store::read).map(EmployerViews::of).toList();
    return HttpResponse.ok(Page.of(employers, slice.lastSort()));
  }
}
