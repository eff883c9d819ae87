package org.jiuye.stall.waitinglist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;

/** A person's place in a session's waiting list. */
final class WaitingEntryViews {
  private final StallStore store;

  WaitingEntryViews(StallStore store) {
    this.store = store;
  }

  /**
   * A place as it is answered.
   *
   * @param rank 1 for the first in line
   * @param offerId the offer made to it, to be accepted or refused until {@code offerUntil}
   */
  @BuiltByName
  record PlaceView(
      String siteId,
      LocalDate date,
      String personId,
      String trade,
      WaitingEntry.State state,
      int rank,
      int waiting,
      OffsetDateTime joinedAt,
      Optional<String> offerId,
      Optional<String> stallNo,
      Optional<OffsetDateTime> offerUntil) {}

  /** A place that the request made before, and that is no more. */
  record OverView(String siteId, LocalDate date, String personId, String state) {}

  /**
   * What a new place is answered with.
   *
   * @param seen the session where it was looked at since, and has come to rest
   */
  HttpResponse created(Session session, Night night, Optional<SessionState> seen) {
    String siteId = session.site().siteId();
    String path = "/sites/" + siteId + "/sessions/" + session.date() + "/waiting-list";
    return view(seen.orElseGet(() -> store.session(session, true)), night)
        .map(place -> HttpResponse.created(path, place))
        .orElseGet(
            () ->
                HttpResponse.created(
                    path, new OverView(siteId, session.date(), night.personId(), "OVER")));
  }

  HttpResponse ok(Session session, Night night) {
    return HttpResponse.ok(
        view(store.session(session, true), night)
            .orElseThrow(() -> ProblemException.of(404, "not-waiting")));
  }

  private Optional<PlaceView> view(SessionState state, Night night) {
    return state.entryOf(night.personId()).map(entry -> view(state, entry));
  }

  private static PlaceView view(SessionState state, WaitingEntry entry) {
    Optional<Booking> offer =
        state.bookings().stream()
            .filter(booking -> booking.state() == BookingState.OFFERED)
            .filter(booking -> booking.openOffer().entryId().equals(entry.entryId()))
            .findFirst();
    return WaitingEntryViewsPlaceViewBuilder.builder()
        .siteId(entry.siteId())
        .date(entry.date())
        .personId(entry.personId())
        .trade(entry.trade())
        .state(entry.state())
        .rank(state.rankOf(entry.entryId()))
        .waiting(state.waitingList().size())
        .joinedAt(CountyTime.inCounty(entry.joinedAt()))
        .offerId(offer.map(Booking::bookingId))
        .stallNo(offer.map(Booking::stallNo))
        .offerUntil(offer.map(booking -> CountyTime.inCounty(booking.openOffer().until())))
        .build();
  }
}
