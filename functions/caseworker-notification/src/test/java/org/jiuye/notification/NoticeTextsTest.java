package org.jiuye.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.notification.model.Notice;
import org.jiuye.notification.model.Notification;
import org.jiuye.notification.model.Template;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.http.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTextsTest {
  private static final String TIME = "2026-07-01T17:00:00+08:00";

  private final NoticeTexts texts = new NoticeTexts();

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

  @ParameterizedTest
  @MethodSource("everyEvent")
  void everyTemplateIsWrittenOutWithoutGapsInBothLanguages(Event event) {
    Notification notification = notification(event);

    for (Language language : Language.values()) {
      assertThat(texts.title(notification, language)).isNotBlank().doesNotContain("{");
      assertThat(texts.text(notification, language)).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void everyTemplateIsAmongThem() {
    assertThat(everyEvent().map(event -> Notice.of(event).orElseThrow().template()))
        .containsExactlyInAnyOrder(Template.values());
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

  static Stream<Event> everyEvent() {
    return Stream.of(
        StallEvents.confirmed("e1", TIME),
        StallEvents.cancelled("e2", TIME),
        StallEvents.announced("e3", TIME));
  }

  private static Notification notification(Event event) {
    return Notification.of(event, Notice.of(event).orElseThrow(), "person-1");
  }

  private static Notification with(Notification notification, String name, Object value) {
    Map<String, Object> parameters = new HashMap<>(notification.parameters());
    parameters.put(name, value);
    return new Notification(
        notification.notificationId(),
        notification.recipientId(),
        notification.template(),
        notification.templateVersion(),
        parameters,
        notification.subject(),
        notification.eventId(),
        notification.eventVersion(),
        notification.createdAt(),
        notification.state(),
        notification.readAt());
  }
}
