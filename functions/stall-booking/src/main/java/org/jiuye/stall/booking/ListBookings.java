package org.jiuye.stall.booking;

import java.util.List;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;
import org.jiuye.stall.session.PersonStore;

/** {@code GET /stall-bookings}: a person's bookings, the latest night first. One Query. */
final class ListBookings {
  private final PersonStore store;
  private final BookingViews views;

  ListBookings(PersonStore store, BookingViews views) {
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
    Slice slice =
        store.bookings(personId, wanted.page(), booking -> BookingAccess.mayActOn(caller, booking));
    List<BookingViews.BookingView> bookings =
        slice.items().stream()
            .map(store::read)
            .map(booking -> views.booking(booking, caller, request.language()))
            .toList();
    return HttpResponse.ok(Page.of(bookings, slice.lastSort()));
  }
}
