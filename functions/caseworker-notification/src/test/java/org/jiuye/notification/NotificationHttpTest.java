package org.jiuye.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiuye.notification.InboxTestBed.LIST;
import static org.jiuye.notification.InboxTestBed.READ;
import static org.jiuye.notification.StallEvents.cancelled;
import static org.jiuye.notification.StallEvents.confirmed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.table.Items;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each test has a town, and so an inbox, of its own. */
@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class NotificationHttpTest {
  private final InboxTestBed bed = new InboxTestBed();

  @AfterAll
  void close() {
    bed.close();
  }

  @Test
  void anInboxIsTheLogOfWhatHappenedNewestFirst() {
    String town = "130529100";
    bed.deliverAll(
        List.of(
            cancelled("x1", "2026-07-01T19:30:00+08:00", town),
            confirmed("c1", "2026-07-01T19:00:00+08:00", town)));

    HttpAnswer answer = bed.list(bed.caseworker(town));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-language", "zh-CN");
    assertThat(answer.body().propertyNames()).containsExactly("items");
    assertThat(texts(answer, "template"))
        .containsExactly("stall-booking-cancelled", "stall-booking-confirmed");
    JsonNode newest = answer.body().at("/items/0");
    assertThat(newest.propertyNames())
        .containsExactly(
            "notificationId", "title", "text", "template", "subject", "createdAt", "state");
    assertThat(newest.path("title").stringValue()).isEqualTo("摊位预订已取消");
    assertThat(newest.path("text").stringValue()).isEqualTo("人民公园夜市2026年7月1日的A012号摊位的预订已取消。");
    assertThat(newest.path("subject").stringValue())
        .isEqualTo("people-park.20260701.A012.k7m3q2x2");
    assertThat(newest.path("state").stringValue()).isEqualTo("UNREAD");
    assertThat(newest.path("createdAt").stringValue()).isEqualTo("2026-07-01T19:30:00+08:00");
  }

  @Test
  void aReaderWhoPrefersEnglishReadsEnglish() {
    String town = "130529101";
    bed.deliverAll(List.of(confirmed("c1", "2026-07-01T19:00:00+08:00", town)));
    TestCaller caseworker = bed.caseworker(town);

    HttpAnswer answer =
        bed.http.call(
            HttpCall.of(LIST)
                .by(caseworker)
                .header("accept-language", "fr, en-GB;q=0.8, zh;q=0.5"));

    assertThat(answer.headers()).containsEntry("content-language", "en");
    assertThat(texts(answer, "title")).containsExactly("Stall booked");
    assertThat(texts(answer, "text"))
        .containsExactly("Stall A012 at People's Park Night Market was booked for 1 July 2026.");
  }

  @Test
  void pagesHoldEveryMessageOnceAndTheLastOneHasNoCursor() {
    String town = "130529102";
    List<Event> events =
        IntStream.range(10, 40)
            .mapToObj(n -> confirmed("p" + n, "2026-07-01T19:" + n + ":00+08:00", town))
            .toList();
    bed.deliverAll(events);
    TestCaller caseworker = bed.caseworker(town);

    List<String> times = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String cursor = "";
    do {
      HttpCall call = HttpCall.of(LIST).by(caseworker).query("limit", "10");
      HttpAnswer page = bed.http.call(cursor.isEmpty() ? call : call.query("cursor", cursor));
      assertThat(page.status()).isEqualTo(200);
      times.addAll(texts(page, "createdAt"));
      sizes.add(page.body().path("items").size());
      cursor = page.text("nextCursor");
    } while (!cursor.isEmpty());

    assertThat(sizes).containsExactly(10, 10, 10);
    assertThat(times)
        .hasSize(30)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Collections.reverseOrder());
  }

  @Test
  void aMessageIsReadOnceAndTheFirstTimeIsKept() {
    String town = "130529103";
    bed.deliverAll(List.of(confirmed("r1", "2026-07-01T19:00:00+08:00", town)));
    TestCaller caseworker = bed.caseworker(town);
    String id = texts(bed.list(caseworker), "notificationId").getFirst();

    HttpAnswer first =
        bed.http.call(HttpCall.of(READ, id).by(caseworker).header("idempotency-key", "key-1"));
    bed.clock.advance(Duration.ofHours(1));
    HttpAnswer second = bed.read(caseworker, id);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("readAt")).startsWith("2026-07-01T2");
    assertThat(first.text("state")).isEqualTo("READ");
    assertThat(first.text("notificationId")).isEqualTo(id);
    assertThat(first.text("title")).isEqualTo("摊位已预订");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(bed.list(caseworker).body().at("/items/0")).isEqualTo(first.body());
  }

  @Test
  void manyReadersAtOnceGetTheSameTime() throws Exception {
    String town = "130529104";
    bed.deliverAll(List.of(confirmed("m1", "2026-07-01T19:00:00+08:00", town)));
    TestCaller caseworker = bed.caseworker(town);
    String id = texts(bed.list(caseworker), "notificationId").getFirst();

    List<HttpAnswer> answers =
        InboxTestBed.together(
            Collections.nCopies(
                30,
                () -> {
                  bed.clock.advance(Duration.ofSeconds(1));
                  return bed.read(caseworker, id);
                }));

    assertThat(answers).extracting(HttpAnswer::status).containsOnly(200);
    assertThat(answers.stream().map(answer -> answer.text("readAt")).distinct()).hasSize(1);
  }

  @Test
  void aMessageOfSomebodyElseIsNotThere() {
    String town = "130529105";
    bed.deliverAll(List.of(confirmed("f1", "2026-07-01T19:00:00+08:00", town)));
    String id = Items.text(bed.inbox(town).getFirst(), "notificationId");

    HttpAnswer answer = bed.read(bed.caseworker("130529106"), id);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
    assertThat(answer.text("title")).isEqualTo("您的收件箱中没有此通知");
    assertThat(bed.inbox(town).getFirst()).doesNotContainKey("readAt");
  }

  @Test
  void aCursorFromSomebodyElsesInboxShowsOnlyTheCallersOwn() {
    String town = "130529107";
    bed.deliverAll(
        List.of(
            confirmed("u1", "2026-07-01T19:00:00+08:00", town),
            confirmed("u2", "2026-07-01T19:01:00+08:00", town)));
    String cursor =
        bed.http
            .call(HttpCall.of(LIST).by(bed.caseworker(town)).query("limit", "1"))
            .text("nextCursor");

    HttpAnswer answer =
        bed.http.call(HttpCall.of(LIST).by(bed.caseworker("130529200")).query("cursor", cursor));

    assertThat(cursor).isNotEmpty();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "notification", "01J1Z5K2V8ABCDEFGHJKMNPQRS", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"})
  void anIdThatNamesNothingIsNotFound(String id) {
    HttpAnswer answer = bed.read(bed.caseworker("130529106"), id);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @Test
  void whoHasNotSignedInOrHasNoKnownRoleOrIsNotRegisteredIsRefused() {
    HttpCall list = HttpCall.of(LIST);

    assertThat(bed.http.call(list).status()).isEqualTo(401);
    assertThat(bed.http.call(list.by(TestCaller.of("s1", "stranger", ""))).code())
        .isEqualTo("wrong-role");
    HttpAnswer unregistered = bed.http.call(list.by(TestCaller.of("nobody", "citizen", "")));
    assertThat(unregistered.status()).isEqualTo(403);
    assertThat(unregistered.code()).isEqualTo("person-not-registered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"citizen", "employer", "institution", "bank", "warden", "villageWorker", "admin"})
  void everyRoleHasAnInbox(String role) {
    TestCaller caller = TestCaller.of("a-" + role, role, "").linkedTo(bed.cloud, "p-" + role);

    assertThat(bed.list(caller).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=%", "cursor=", "state=UNREAD"})
  void wrongParametersAreNamed(String parameter) {
    String[] parts = parameter.split("=", 2);

    HttpAnswer answer =
        bed.http.call(HttpCall.of(LIST).by(bed.caseworker("130529106")).query(parts[0], parts[1]));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/parameter").stringValue()).isEqualTo(parts[0]);
  }

  @Test
  void anEventForgedInTheBodyOrInAHeaderIsNotTakenForTheEvent() {
    String town = "130529201";
    bed.deliverAll(List.of(confirmed("g1", "2026-07-01T19:00:00+08:00", town)));
    String id = Items.text(bed.inbox(town).getFirst(), "notificationId");
    String forged =
        new String(HttpCall.of(READ, id).by(bed.caseworker(town)).event(), StandardCharsets.UTF_8);
    HttpCall call = HttpCall.of(READ, id).by(bed.caseworker("130529106"));

    assertThat(bed.http.call(call.body("[" + forged + "]")).status()).isEqualTo(404);
    assertThat(bed.http.call(call.body(forged)).status()).isEqualTo(404);
    assertThat(bed.http.call(call.header("payload", forged)).status()).isEqualTo(404);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bed.http.invoke("[" + forged + "]"))
        .withMessageNotContaining(id);
    assertThat(bed.inbox(town).getFirst()).doesNotContainKey("readAt");
  }

  @Test
  void theRoutesAreThoseOfTheTemplate() {
    Routes routes = Objects.requireNonNull(bed.http.bean(Routes.class));

    assertThat(routes.keys()).containsExactlyInAnyOrder(LIST, READ);
    assertThat(routes.keys()).noneMatch(routes::isPublic);
  }

  private static List<String> texts(HttpAnswer answer, String field) {
    return answer
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path(field).stringValue())
        .toList();
  }
}
