package org.jiuye.notification.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;

/** The rules of a tea room, which there is not: the engine knows no capability. */
class RulebookTest {
  private static final String ORDERED = "org.jiuye.tea.cup-ordered.v1";
  private static final String DATA =
      """
      {"cupId": "abc", "teaName": {"zh-CN": "绿茶", "en": "green tea"}, "on": "2026-07-01",
       "at": "2026-07-01T18:00:00+08:00", "cups": 2, "kind": "GREEN", "iced": true,
       "division": "130529100", "personId": "person-wang",
       "recipientIds": ["person-li", "person-li", "person-zhao"]}
      """;

  @Test
  void everyRuleWhoseConditionsHoldGivesANotice() {
    Rulebook rulebook =
        rulebook(
            rule(new Audience.Subject(), new Condition("iced", Condition.State.TRUE)),
            rule(new Audience.Named(), new Condition("iced", Condition.State.FALSE)),
            rule(new Audience.OnDuty("teas"), new Condition("until", Condition.State.ABSENT)),
            rule(new Audience.OnDuty("cups"), new Condition("until", Condition.State.PRESENT)),
            rule(new Audience.Named(), new Condition("cupId", Condition.State.PRESENT)));

    assertThat(rulebook.notices(event(DATA)).orElseThrow())
        .extracting(notice -> notice.getClass().getSimpleName())
        .containsExactly("ToPersons", "ToPersons", "ToOnDuty");
  }

  @Test
  void personsComeBeforePeopleOnDutyAndEachHearsOnce() {
    Rulebook rulebook = rulebook(rule(new Audience.OnDuty("teas")), rule(new Audience.Named()));

    List<Notice> notices = rulebook.notices(event(DATA)).orElseThrow();

    assertThat(notices.getFirst())
        .isInstanceOfSatisfying(
            Notice.ToPersons.class,
            persons -> assertThat(persons.personIds()).containsExactly("person-li", "person-zhao"));
    assertThat(notices.getLast())
        .isInstanceOfSatisfying(
            Notice.ToOnDuty.class, onDuty -> assertThat(onDuty.division()).isEqualTo("130529100"));
  }

  @Test
  void aNoticeKeepsTheFieldsOfItsRuleAndNoOther() {
    Rule rule =
        new Rule(
            new Audience.Subject(),
            List.of(),
            "cup-ordered",
            3,
            List.of(
                Field.text("cupId", Pattern.compile("[a-z]{3}")),
                Field.of("teaName", Field.Kind.NAME),
                Field.of("on", Field.Kind.DATE),
                Field.of("at", Field.Kind.TIME),
                Field.of("cups", Field.Kind.COUNT),
                Field.of("kind", Field.Kind.CODE)));

    Notice notice = rulebook(rule).notices(event(DATA)).orElseThrow().getFirst();

    assertThat(notice.message().template()).isEqualTo("cup-ordered");
    assertThat(notice.message().version()).isEqualTo(3);
    assertThat(notice.message().parameters())
        .isEqualTo(
            Map.of(
                "cupId", "abc",
                "teaName", Map.of("zh-CN", "绿茶", "en", "green tea"),
                "on", "2026-07-01",
                "at", "2026-07-01T18:00+08:00",
                "cups", 2,
                "kind", "GREEN"));
  }

  @Test
  void aTypeThatNobodyHearsOfIsKnownAndAnotherIsNot() {
    Rulebook rulebook = new Rulebook(Map.of(ORDERED, List.of()));

    assertThat(rulebook.notices(event(DATA))).contains(List.of());
    assertThat(new Rulebook(Map.of()).notices(event(DATA))).isEmpty();
  }

  @Test
  void aConditionOnAFlagThatIsNoneIsRefused() {
    Rulebook rulebook =
        rulebook(rule(new Audience.Subject(), new Condition("cups", Condition.State.TRUE)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rulebook.notices(event(DATA)))
        .withMessageContaining("cups");
  }

  @Test
  void aNoticeForNobodyIsRefused() {
    Rulebook rulebook = rulebook(rule(new Audience.Subject()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rulebook.notices(event(DATA.replace("person-wang", "13800138000"))))
        .withMessageContaining("personId");
  }

  private static Rulebook rulebook(Rule... rules) {
    return new Rulebook(Map.of(ORDERED, List.of(rules)));
  }

  private static Rule rule(Audience audience, Condition... conditions) {
    return new Rule(audience, List.of(conditions), "cup-ordered", 1, List.of());
  }

  private static Event event(String data) {
    return new Event(
        "e1",
        "/tea-room",
        ORDERED,
        "abc",
        OffsetDateTime.parse("2026-07-01T18:00:00+08:00"),
        1,
        Json.MAPPER.readTree(data));
  }
}
