package org.jiuye.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.notification.LoanEvents;
import org.jiuye.notification.StallEvents;
import org.jiuye.notification.delivery.model.Notice;
import org.jiuye.notification.delivery.model.Rulebook;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The notices of this package: who hears of what the capabilities tell. */
class RealNoticesTest {
  private static final String TIME = "2026-07-01T19:00:00+08:00";
  private static final String ON_DUTY = "stalls in " + StallEvents.TOWN;
  private static final String HOLDER = StallEvents.HOLDER;
  private static final Rulebook RULEBOOK = NoticesFile.read();

  @Test
  void aBookingIsToldWithoutWhoHoldsIt() {
    assertThat(notices(StallEvents.confirmed("e1", TIME))).hasSize(1);
    Notice notice = notices(StallEvents.confirmed("e1", TIME)).getFirst();

    assertThat(notice.message().template()).isEqualTo("stall-booking-confirmed");
    assertThat(audience(notice)).isEqualTo(ON_DUTY);
    assertThat(notice.message().parameters())
        .containsOnlyKeys("siteId", "siteName", "date", "stallNo", "bookingId");
    assertThat(notice.message().parameters().toString()).doesNotContain(HOLDER);
  }

  @Test
  void aCancellationAndAnAnnouncementAreToldByTheirOwnTemplates() {
    assertThat(templates(StallEvents.cancelled("e1", TIME)))
        .containsExactly("stall-booking-cancelled");
    assertThat(templates(StallEvents.announced("e1", TIME)))
        .containsExactly("stall-session-announced");
  }

  static Stream<Event> whatOnePersonAloneHears() {
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
        StallEvents.barLifted("e9", TIME),
        StallEvents.employerVerified("e1", TIME),
        StallEvents.employerRejected("e2", TIME),
        StallEvents.hireReported("e3", TIME));
  }

  @ParameterizedTest
  @MethodSource("whatOnePersonAloneHears")
  void whatConcernsAPersonIsToldToThatPersonAlone(Event event) {
    assertThat(notices(event)).extracting(RealNoticesTest::audience).containsExactly(HOLDER);
    assertThat(notices(event).getFirst().message().parameters().toString()).doesNotContain(HOLDER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notices(with(event, "recipientIds", List.of("13800138000"))))
        .withMessageContaining("recipientIds");
  }

  @Test
  void anObjectionIsForTheCaseworkersWhoDecideIt() {
    List<Notice> notices = notices(StallEvents.barObjected("e1", TIME));

    assertThat(notices).extracting(RealNoticesTest::audience).containsExactly(ON_DUTY);
    assertThat(notices.getFirst().message().parameters().toString()).doesNotContain(HOLDER);
  }

  @Test
  void aLockedCodeIsToldToTheWardensToo() {
    assertThat(notices(StallEvents.checkInLocked("e1", TIME)))
        .extracting(RealNoticesTest::audience)
        .containsExactly(ON_DUTY, "stall-roster in " + StallEvents.TOWN);
  }

  @Test
  void aLapsedOfferTellsWhetherThePlaceIsKept() {
    assertThat(templates(StallEvents.lapsed("e1", TIME, true)))
        .containsExactly("stall-offer-lapsed-place-kept");
    assertThat(templates(StallEvents.lapsed("e1", TIME, false)))
        .containsExactly("stall-offer-lapsed");
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
              assertThat(notices(event))
                  .extracting(RealNoticesTest::audience)
                  .containsExactly(HOLDER, ON_DUTY);
              assertThat(notices(event))
                  .allSatisfy(
                      notice ->
                          assertThat(notice.message().parameters().toString())
                              .doesNotContain(HOLDER));
            });
  }

  @Test
  void thatASuspensionMayBeConsideredIsToldToTheCaseworkersAlone() {
    assertThat(templates(StallEvents.breached("e1", TIME, true)))
        .containsExactly("frontage-breached", "frontage-suspension-due");
    assertThat(templates(StallEvents.breached("e1", TIME, false)))
        .containsExactly("frontage-breached", "frontage-breached");
  }

  @Test
  void aReferredLoanCaseIsToldToTheBanksPeopleAndTheLoanDesk() {
    assertThat(notices(LoanEvents.referred("e1", TIME)))
        .extracting(RealNoticesTest::audience)
        .containsExactly(LoanEvents.BANK_CLERK + ", person-bank-second", "loans in 130529");
  }

  @ParameterizedTest
  @CsvSource({
    "recipientIds, ''",
    "recipientIds, 130529199001011234",
    "frontageId, ''",
    "division, x",
    "reason, rain",
    "until, 2026-02-30"
  })
  void aSuspensionThatDoesNotHoldWhatItsTypePromisesIsRefused(String field, String value) {
    Event event = with(StallEvents.suspendedUntil("e1", TIME), field, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> notices(event))
        .withMessageContaining(field);
  }

  @Test
  void anEventOfATypeThatNobodyTellsIsNotKnown() {
    Event event = StallEvents.event("e1", "org.jiuye.stall.site-closed.v1", "s", 1, TIME, Map.of());

    assertThat(RULEBOOK.notices(event)).isEmpty();
  }

  @Test
  void fieldsThatANewerProducerAddsArePassedOver() {
    Event event = StallEvents.confirmed("e1", TIME);

    assertThat(notices(with(event, "weather", "rain"))).isEqualTo(notices(event));
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
        .isThrownBy(() -> notices(event))
        .withMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource({"opensAt, 18:00", "booked, 37", "stalls, ''"})
  void anAnnouncementWithWrongFiguresIsRefused(String field, String text) {
    Event event = with(StallEvents.announced("e1", TIME), field, text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> notices(event))
        .withMessageContaining(field);
  }

  private static List<Notice> notices(Event event) {
    return RULEBOOK.notices(event).orElseThrow();
  }

  private static List<String> templates(Event event) {
    return notices(event).stream().map(notice -> notice.message().template()).toList();
  }

  private static String audience(Notice notice) {
    return switch (notice) {
      case Notice.ToPersons toPersons -> String.join(", ", toPersons.personIds());
      case Notice.ToOnDuty onDuty -> onDuty.duty() + " in " + onDuty.division();
    };
  }

  private static Event with(Event event, String field, Object value) {
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
