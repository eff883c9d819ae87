package org.jiuye.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.notification.StallEvents;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTest {
  private static final String TIME = "2026-07-01T19:00:00+08:00";
  private static final Audience ON_DUTY = new Audience.OnDuty(Duty.STALLS, StallEvents.TOWN);
  private static final Audience HOLDER = new Audience.Person(StallEvents.HOLDER);

  @Test
  void aBookingIsToldWithoutWhoHoldsIt() {
    assertThat(Notice.of(StallEvents.confirmed("e1", TIME))).hasSize(1);
    Notice notice = Notice.of(StallEvents.confirmed("e1", TIME)).getFirst();

    assertThat(notice.template()).isEqualTo(Template.STALL_BOOKING_CONFIRMED);
    assertThat(notice.audience()).isEqualTo(ON_DUTY);
    assertThat(notice.parameters())
        .containsOnlyKeys("siteId", "siteName", "date", "stallNo", "bookingId");
    assertThat(notice.parameters().toString()).doesNotContain(StallEvents.HOLDER);
  }

  @Test
  void aCancellationAndAnAnnouncementAreToldByTheirOwnTemplates() {
    assertThat(Notice.of(StallEvents.cancelled("e1", TIME)))
        .extracting(Notice::template)
        .containsExactly(Template.STALL_BOOKING_CANCELLED);
    assertThat(Notice.of(StallEvents.announced("e1", TIME)))
        .extracting(Notice::template)
        .containsExactly(Template.STALL_SESSION_ANNOUNCED);
  }

  static Stream<Event> whatTheHolderAloneHears() {
    return Stream.of(
        StallEvents.offered("e1", TIME),
        StallEvents.lapsed("e2", TIME, false),
        StallEvents.lapsed("e3", TIME, true),
        StallEvents.siteCancelled("e4", TIME),
        StallEvents.waitingSiteClosed("e10", TIME),
        StallEvents.reminder("e5", TIME),
        StallEvents.noShow("e6", TIME),
        StallEvents.barImposed("e7", TIME),
        StallEvents.withdrawn("e10", TIME),
        StallEvents.barUpheld("e8", TIME),
        StallEvents.barLifted("e9", TIME));
  }

  @ParameterizedTest
  @MethodSource("whatTheHolderAloneHears")
  void whatConcernsTheHolderIsToldToTheHolderAlone(Event event) {
    assertThat(Notice.of(event)).extracting(Notice::audience).containsExactly(HOLDER);
    assertThat(Notice.of(event).getFirst().parameters().toString())
        .doesNotContain(StallEvents.HOLDER);
  }

  @ParameterizedTest
  @MethodSource("whatTheHolderAloneHears")
  void aMessageForNobodyIsRefused(Event event) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(with(event, "personId", "13800138000")))
        .withMessageContaining("personId");
  }

  static Stream<Event> whatWhoIsNamedAloneHears() {
    return Stream.of(
        StallEvents.employerVerified("e1", TIME),
        StallEvents.employerRejected("e2", TIME),
        StallEvents.hireReported("e3", TIME));
  }

  @ParameterizedTest
  @MethodSource("whatWhoIsNamedAloneHears")
  void aDecisionOrAHireIsToldToWhomItConcernsAlone(Event event) {
    assertThat(Notice.of(event)).extracting(Notice::audience).containsExactly(HOLDER);
    assertThat(Notice.of(event).getFirst().parameters().toString())
        .doesNotContain(StallEvents.HOLDER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(with(event, "recipientIds", "13800138000")))
        .withMessageContaining("recipientIds");
  }

  @Test
  void anObjectionIsForTheCaseworkersWhoDecideIt() {
    Notice notice = Notice.of(StallEvents.barObjected("e1", TIME)).getFirst();

    assertThat(Notice.of(StallEvents.barObjected("e1", TIME))).hasSize(1);
    assertThat(notice.audience()).isEqualTo(ON_DUTY);
    assertThat(notice.parameters().toString()).doesNotContain(StallEvents.HOLDER);
  }

  @Test
  void aLockedCodeIsToldToTheWardensToo() {
    assertThat(Notice.of(StallEvents.checkInLocked("e1", TIME)))
        .extracting(Notice::audience)
        .containsExactly(ON_DUTY, new Audience.OnDuty(Duty.STALL_ROSTER, StallEvents.TOWN));
  }

  @Test
  void aLapsedOfferTellsWhetherThePlaceIsKept() {
    assertThat(Notice.of(StallEvents.lapsed("e1", TIME, true)).getFirst().template())
        .isEqualTo(Template.STALL_OFFER_LAPSED_PLACE_KEPT);
    assertThat(Notice.of(StallEvents.lapsed("e1", TIME, false)).getFirst().template())
        .isEqualTo(Template.STALL_OFFER_LAPSED);
  }

  @Test
  void aFrontagesHolderHearsOfItBeforeTheCaseworkersDo() {
    assertThat(
            List.of(
                StallEvents.breached("e1", TIME, false),
                StallEvents.suspended("e2", TIME),
                StallEvents.suspendedUntil("e3", TIME),
                StallEvents.lifted("e4", TIME)))
        .allSatisfy(
            event -> {
              assertThat(Notice.of(event))
                  .extracting(Notice::audience)
                  .containsExactly(HOLDER, ON_DUTY);
              assertThat(Notice.of(event))
                  .allSatisfy(
                      notice ->
                          assertThat(notice.parameters().toString())
                              .doesNotContain(StallEvents.HOLDER));
            });
  }

  @Test
  void thatASuspensionMayBeConsideredIsToldToTheCaseworkersAlone() {
    assertThat(Notice.of(StallEvents.breached("e1", TIME, true)))
        .extracting(Notice::template)
        .containsExactly(Template.FRONTAGE_BREACHED, Template.FRONTAGE_SUSPENSION_DUE);
  }

  @ParameterizedTest
  @CsvSource({
    "recipientIds, ''",
    "recipientIds, 130529199001011234",
    "recipientIds, 13800138000",
    "frontageId, ''",
    "division, x",
    "reason, rain",
    "until, 2026-02-30"
  })
  void aSuspensionThatDoesNotHoldWhatItsTypePromisesIsRefused(String field, String value) {
    Event event = with(StallEvents.suspendedUntil("e1", TIME), field, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(event))
        .withMessageContaining(field);
  }

  @Test
  void anEventOfAnotherTypeTellsNothing() {
    Event event = StallEvents.event("e1", "org.jiuye.stall.site-closed.v1", "s", 1, TIME, Map.of());

    assertThat(Notice.of(event)).isEmpty();
  }

  @Test
  void fieldsThatANewerProducerAddsArePassedOver() {
    Event event = StallEvents.confirmed("e1", TIME);

    assertThat(Notice.of(with(event, "weather", "rain"))).isEqualTo(Notice.of(event));
  }

  @ParameterizedTest
  @CsvSource({
    "siteId, ''",
    "siteId, a b",
    "siteName, 人民公园",
    "division, 13052",
    "division, x",
    "date, 2026-02-30",
    "date, tomorrow",
    "stallNo, 7",
    "bookingId, ''"
  })
  void anEventThatDoesNotHoldWhatItsTypePromisesIsRefused(String field, String value) {
    Event event = with(StallEvents.confirmed("e1", TIME), field, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(event))
        .withMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource({"opensAt, 18:00", "booked, 37", "stalls, ''"})
  void anAnnouncementWithWrongFiguresIsRefused(String field, String text) {
    Event event = with(StallEvents.announced("e1", TIME), field, text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(event))
        .withMessageContaining(field);
  }

  private static Event with(Event event, String field, String value) {
    Map<String, Object> data = new HashMap<>();
    event.data().properties().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    data.put(field, value);
    return new Event(
        event.id(),
        event.source(),
        event.type(),
        event.subject(),
        event.time(),
        event.version(),
        Json.MAPPER.valueToTree(data));
  }
}
