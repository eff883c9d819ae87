package org.jiuye.notification.inbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationIdTest {
  private static final Instant TIME = Instant.parse("2026-07-01T11:00:00.123Z");

  @Test
  void theSameEventAndRecipientHaveTheSameIdEveryTime() {
    NotificationId id = NotificationId.of(TIME, "event-1", "person-1");

    assertThat(id).isEqualTo(NotificationId.of(TIME, "event-1", "person-1"));
    assertThat(id.text()).matches(NotificationId.FORM);
  }

  @Test
  void anotherEventOrRecipientHasAnotherId() {
    assertThat(
            Stream.of(
                NotificationId.of(TIME, "event-1", "person-1"),
                NotificationId.of(TIME, "event-2", "person-1"),
                NotificationId.of(TIME, "event-1", "person-2"),
                NotificationId.of(TIME, "event-1/person-1", "x"),
                NotificationId.of(TIME, "event-1", "person-1/x")))
        .doesNotHaveDuplicates();
  }

  @Test
  void anIdTellsItsTimeToTheMillisecondAndSortsByIt() {
    NotificationId early = NotificationId.of(TIME, "event-9", "person-1");
    NotificationId late = NotificationId.of(TIME.plusMillis(1), "event-1", "person-1");

    assertThat(NotificationId.parse(early.text())).contains(early);
    assertThat(early.time()).isEqualTo(TIME);
    assertThat(early.text()).isLessThan(late.text());
    assertThat(NotificationId.of(TIME.plusNanos(999_999), "e", "p").time()).isEqualTo(TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01J1Z5K2V8",
        "81J1Z5K2V8ABCDEFGHJKMNPQRS",
        "01J1Z5K2V8ABCDEFGHJKMNPQRU",
        "01j1z5k2v8abcdefghjkmnpqrs",
        "01J1Z5K2V8ABCDEFGHJKMNPQRS "
      })
  void whatIsNoIdIsNone(String text) {
    assertThat(NotificationId.parse(text)).isEmpty();
  }

  @Test
  void aTimeBefore1970IsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotificationId.of(Instant.EPOCH.minusMillis(1), "e", "p"));
  }
}
