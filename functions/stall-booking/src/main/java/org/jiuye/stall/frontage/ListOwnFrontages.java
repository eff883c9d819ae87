package org.jiuye.stall.frontage;

import java.util.List;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;

/** {@code GET /frontages/mine}: what a person declared, the latest season first. One Query. */
final class ListOwnFrontages {
  private final FrontageStore store;
  private final FrontageViews views;

  ListOwnFrontages(FrontageStore store, FrontageViews views) {
    this.store = store;
    this.views = views;
  }

  private record Wanted(Optional<String> onBehalfOf, PageRequest page) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Wanted wanted =
        request.readParameters(
            parameters ->
                new Wanted(parameters.queryPersonId("onBehalfOf"), parameters.page(20, 100)));
    String personId = Acting.of(caller, wanted.onBehalfOf()).personId();
    Slice slice = store.frontagesOf(personId, wanted.page());
    List<FrontageViews.FrontageView> frontages =
        slice.items().stream()
            .map(store::read)
            .filter(
                frontage ->
                    caller.role() == Role.EMPLOYER || caller.actsInCountyOf(frontage.division()))
            .map(views::view)
            .toList();
    return HttpResponse.ok(Page.of(frontages, slice.lastSort()));
  }
}
