package org.jiuye.stall.booking;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.booking.model.BookingRules;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.site.model.Session;

/** {@code GET /sites/{siteId}/sessions/{date}}: which stalls of a night are free. One Query. */
final class GetSession {
  private final Sessions sessions;
  private final StallStore store;
  private final CountyTime time;

  GetSession(Sessions sessions, StallStore store, CountyTime time) {
    this.sessions = sessions;
    this.store = store;
    this.time = time;
  }

  /**
   * A session as it is answered.
   *
   * @param reason why nothing can be booked, when {@code bookable} is false
   * @param free stalls that can be booked
   * @param waiting persons in the waiting list
   */
  @BuiltByName
  record SessionView(
      String siteId,
      LocalDate date,
      OffsetDateTime opensAt,
      OffsetDateTime closesAt,
      boolean bookable,
      Optional<Refusal.Reason> reason,
      int free,
      int waiting,
      List<StallView> stalls) {}

  record StallView(String stallNo, StallState state) {}

  enum StallState {
    FREE,
    TAKEN
  }

  HttpResponse handle(HttpRequest request) {
    Session session = sessions.of(request);
    SessionState state = store.session(session, false);
    Set<String> free = new HashSet<>(state.freeStalls());
    List<StallView> stalls =
        session.site().stallNumbers().stream()
            .map(
                stallNo ->
                    new StallView(
                        stallNo, free.contains(stallNo) ? StallState.FREE : StallState.TAKEN))
            .toList();
    Optional<Refusal.Reason> reason =
        BookingRules.refusal(session, sessions.calendar(session), time.now())
            .map(Refusal::reason)
            .or(() -> state.closure().map(closure -> Refusal.Reason.SESSION_CLOSED));
    return HttpResponse.ok(
        GetSessionSessionViewBuilder.builder()
            .siteId(session.site().siteId())
            .date(session.date())
            .opensAt(CountyTime.inCounty(session.opensAt()))
            .closesAt(CountyTime.inCounty(session.closesAt()))
            .bookable(reason.isEmpty())
            .reason(reason)
            .free(free.size())
            .waiting(state.waitingList().size())
            .stalls(stalls)
            .build());
  }
}
