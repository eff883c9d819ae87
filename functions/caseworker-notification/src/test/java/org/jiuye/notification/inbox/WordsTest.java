package org.jiuye.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.contract.event.EventCatalog;
import org.jiuye.notification.StallEvents;
import org.jiuye.notification.delivery.NoticesFile;
import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.notification.inbox.model.NotificationBuilder;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final String TIME = "2026-07-01T17:00:00+08:00";

  private static final EventCatalog CATALOG = EventCatalog.of(Path.of("../.."));

  private final Words texts = Words.read();

  @Test
  void aBookingIsWrittenOutInTheReadersLanguage() {
    Notification notification = notification(StallEvents.confirmed("e1", TIME));

    assertThat(texts.text(notification, Language.CHINESE))
        .isEqualTo("人民公园夜市2026年7月1日的A012号摊位已被预订。");
    assertThat(texts.text(notification, Language.ENGLISH))
        .isEqualTo("Stall A012 at People's Park Night Market was booked for 1 July 2026.");
    assertThat(texts.title(notification, Language.CHINESE)).isEqualTo("摊位已预订");
    assertThat(texts.title(notification, Language.ENGLISH)).isEqualTo("Stall booked");
  }

  @Test
  void anAnnouncementTellsTheCountysTimeAndTheFigures() {
    Notification notification = notification(StallEvents.announced("e1", TIME));

    assertThat(texts.text(notification, Language.CHINESE))
        .isEqualTo("人民公园夜市2026年7月1日18:00开市,共80个摊位,已预订37个。");
    assertThat(texts.text(notification, Language.ENGLISH))
        .isEqualTo(
            "People's Park Night Market opens on 1 July 2026 at 18:00: 37 of 80 stalls are"
                + " booked.");
  }

  @Test
  void anOfferTellsUntilWhenToAnswerInTheCountysTime() {
    Notification notification = notification(StallEvents.offered("e1", TIME));

    assertThat(texts.text(notification, Language.CHINESE))
        .isEqualTo("人民公园夜市2026年7月1日的A012号摊位已为您保留,请在2026年7月1日14:00前确认或放弃,逾期将转给下一位候补。");
    assertThat(texts.text(notification, Language.ENGLISH))
        .isEqualTo(
            "Stall A012 at People's Park Night Market is held for you for 1 July 2026. Accept or"
                + " decline it before 14:00 on 1 July 2026; after that it goes to the next person"
                + " on the waiting list.");
  }

  @Test
  void aNightThatIsCalledOffTellsWhy() {
    Notification notification = notification(StallEvents.siteCancelled("e1", TIME));

    assertThat(texts.text(notification, Language.CHINESE))
        .isEqualTo("人民公园夜市2026年7月1日暂停开市。原因:降雨。您当晚的A012号摊位随之取消,不影响您的预订记录。");
    assertThat(texts.text(notification, Language.ENGLISH)).contains("Reason: rain.");
  }

  @Test
  void aBarTellsFromWhenToBookAgainAndUntilWhenToObject() {
    Notification notification = notification(StallEvents.barImposed("e1", TIME));

    assertThat(texts.text(notification, Language.CHINESE))
        .isEqualTo("因多次预订后未到场,您暂时不能预订摊位(夜市),2026年8月1日起恢复。如有异议,请在2026年7月8日(含)前提出。");
    assertThat(texts.text(notification, Language.ENGLISH))
        .contains("(night market) until 1 August 2026", "up to and including 8 July 2026");
  }

  @Test
  void aSuspensionTellsItsReasonAndItsLastNight() {
    Notification notification = notification(StallEvents.suspendedUntil("e1", TIME));

    assertThat(texts.text(notification, Language.CHINESE))
        .isEqualTo("仿古步行街A012号门前区域自即日起暂停占道经营,至2026年7月31日当晚(含)为止。原因:多次违规。");
    assertThat(texts.text(notification, Language.ENGLISH))
        .isEqualTo(
            "Frontage A012 of Old-Style Pedestrian Street may not be used up to and including the"
                + " night of 31 July 2026. Reason: repeated breaches.");
  }

  @Test
  void aRejectionTellsItsReasonAndWhatBecomesOfTheStalls() {
    Notification notification = notification(StallEvents.employerRejected("e1", TIME));

    assertThat(texts.text(notification, Language.CHINESE))
        .startsWith("您登记的用人单位(91350100M000100Y43)未通过核验。原因:代码对应的单位名称不一致。");
    assertThat(texts.text(notification, Language.ENGLISH))
        .contains(
            "Reason: the enterprise register has the code under another name.", "coming stalls");
    assertThat(texts.text(notification(StallEvents.withdrawn("e2", TIME)), Language.ENGLISH))
        .endsWith("Reason: the employer was rejected.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NIGHT_MARKET", "JOB_MARKET"})
  void aBarNamesTheKindOfSiteInBothLanguages(String kind) {
    Notification bar = with(notification(StallEvents.barImposed("e1", TIME)), "kind", kind);

    assertThat(Language.values())
        .allSatisfy(language -> assertThat(texts.text(bar, language)).doesNotContain(kind));
  }

  @Test
  void aBreachIsToldWithItsDateAndTimeInTheCounty() {
    Notification notification = notification(StallEvents.breached("e1", TIME, false));

    assertThat(texts.text(notification, Language.ENGLISH))
        .endsWith("beyond the line (2 July 2026, 01:30).");
  }

  @Test
  void aCodeThatIsNotKnownYetStandsAsItIs() {
    Notification notification = with(notification(StallEvents.lifted("e1", TIME)), "reason", "NEW");

    assertThat(texts.text(notification, Language.ENGLISH)).endsWith("Reason: NEW.");
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void everyNoticeIsWrittenOutWithoutGapsInBothLanguages(Event event) {
    assertThat(NoticesFile.read().notices(event).orElseThrow())
        .map(notice -> Notification.of(event, notice.message(), "person-1"))
        .allSatisfy(
            notification -> {
              for (Language language : Language.values()) {
                assertThat(texts.title(notification, language)).isNotBlank().doesNotContain("{");
                assertThat(texts.text(notification, language)).isNotBlank().doesNotContain("{");
              }
            });
  }

  @Test
  void anEarlierVersionOfATemplateCanStillBeRead() {
    Notification made = notification(StallEvents.reminder("e1", TIME));
    Notification earlier = NotificationBuilder.builder(made).templateVersion(1).build();

    assertThat(made.templateVersion()).isEqualTo(2);
    assertThat(texts.title(earlier, Language.CHINESE)).isEqualTo("今晚出摊提醒");
    assertThat(texts.title(made, Language.CHINESE)).isEqualTo("出摊提醒");
  }

  @Test
  void aTextThatLooksLikeAPatternStandsAsItIs() {
    Notification notification =
        with(notification(StallEvents.confirmed("e1", TIME)), "stallNo", "$1\\{siteId}");

    assertThat(texts.text(notification, Language.ENGLISH)).startsWith("Stall $1\\{siteId} at");
  }

  @Test
  void aGapWithoutParameterIsAFault() {
    Notification notification =
        with(notification(StallEvents.confirmed("e1", TIME)), "siteName", Map.of("en", "x"));

    assertThatIllegalStateException()
        .isThrownBy(() -> texts.text(notification, Language.CHINESE))
        .withMessageContaining("siteName");
  }

  /** The examples of all types of event, and those that the tests of this module make. */
  static Stream<Event> everyEvent() {
    return Stream.concat(CATALOG.examples().stream().map(Event::read), StallEvents.all(TIME));
  }

  private static Notification notification(Event event) {
    return Notification.of(
        event, NoticesFile.read().notices(event).orElseThrow().getFirst().message(), "person-1");
  }

  private static Notification with(Notification notification, String name, Object value) {
    Map<String, Object> parameters = new HashMap<>(notification.parameters());
    parameters.put(name, value);
    return NotificationBuilder.builder(notification).parameters(parameters).build();
  }
}
