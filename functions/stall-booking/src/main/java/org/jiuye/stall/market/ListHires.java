package org.jiuye.stall.market;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;

/** {@code GET /stall-hires}: the hires that employers report of a person. One Query. */
final class ListHires {
  private static final Pattern PERSON_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final OutcomeStore store;

  ListHires(OutcomeStore store) {
    this.store = store;
  }

  private record Wanted(Optional<String> onBehalfOf, PageRequest page) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Wanted wanted =
        request.readParameters(
            parameters ->
                new Wanted(parameters.query("onBehalfOf", PERSON_ID), parameters.page(20, 100)));
    String personId = Acting.of(caller, wanted.onBehalfOf()).personId();
    Slice slice = store.hiresOf(personId, wanted.page());
    List<OutcomeViews.HireView> hires =
        slice.items().stream()
            .map(store::read)
            .filter(hire -> caller.role() == Role.CITIZEN || caller.actsInCountyOf(hire.division()))
            .map(OutcomeViews::of)
            .toList();
    return HttpResponse.ok(Page.of(hires, slice.lastSort()));
  }
}
