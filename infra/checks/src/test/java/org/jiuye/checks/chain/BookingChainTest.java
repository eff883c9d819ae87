package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.checks.chain.Answers.expect;
import static org.jiuye.checks.chain.Answers.json;
import static org.jiuye.checks.chain.Answers.text;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jiuye.checks.event.EventSchemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the citizen's door to the caseworker's inbox, and back. */
@OnSuite
class BookingChainTest {
  private static final String CONFIRMED = "org.jiuye.stall.booking-confirmed.v1";
  private static final String CANCELLED = "org.jiuye.stall.booking-cancelled.v1";
  private static final String SITE = "wanghuzhai-square";
  private static final String DIVISION = "130529101";

  private final Suite suite;
  private final EventSchemas schemas = new EventSchemas();

  BookingChainTest(Suite suite) {
    this.suite = suite;
  }

  @Test
  void aBookingAndItsEndReachTheInboxOfTheTownsCaseworkerOnceEach() {
    Account citizen = suite.citizen();
    expect("200", suite.call("GET", "/sites?division=" + DIVISION).send());
    expect("200", suite.call("GET", "/sites/" + SITE).send());

    HttpResponse<String> booked =
        expect("201", suite.book(citizen, SITE, "2026-07-03", Map.of("stallNo", "A007")).send());

    String bookingId = text(booked, "bookingId");
    assertThat(booked.headers().firstValue("location")).hasValue("/stall-bookings/" + bookingId);
    assertThat(stall("2026-07-03", "A007")).isEqualTo("TAKEN");
    suite.awaitQuiet();
    assertThat(messagesAbout(bookingId)).singleElement().satisfies(this::tellsOfBooking);
    assertThat(suite.stored().events().typesAbout(bookingId)).containsExactly(CONFIRMED);

    String path = "/stall-bookings/" + bookingId;
    expect("200", suite.call("GET", path).by(citizen).send());
    expect("200", suite.call("POST", path + "/cancellation").by(citizen).send());
    expect("409 not-cancellable", suite.call("POST", path + "/cancellation").by(citizen).send());

    assertThat(stall("2026-07-03", "A007")).isEqualTo("FREE");
    suite.awaitQuiet();
    assertThat(suite.stored().events().typesAbout(bookingId)).containsExactly(CONFIRMED, CANCELLED);
    assertThat(messagesAbout(bookingId))
        .extracting(message -> message.path("template").asString(""))
        .containsExactlyInAnyOrder("stall-booking-confirmed", "stall-booking-cancelled");
    JsonNode mine = json(expect("200", suite.call("GET", "/stall-bookings").by(citizen).send()));
    assertThat(mine.path("items")).singleElement().satisfies(this::isCancelled);
  }

  @Test
  void staffBookForWhoComesToTheDesk() {
    Account desk = suite.account("desk-1", "person-desk-1", "villageWorker", "130529101001");
    Map<String, String> granny = Map.of("onBehalfOf", "person-granny-1");

    HttpResponse<String> booked =
        expect("201", suite.book(desk, SITE, "2026-07-04", granny).send());

    assertThat(text(booked, "personId")).isEqualTo("person-granny-1");
    suite.awaitQuiet();
    assertThat(messagesAbout(text(booked, "bookingId"))).hasSize(1);
    expect("200", suite.call("GET", "/stall-bookings?onBehalfOf=person-granny-1").by(desk).send());
  }

  @Test
  void anAnnouncementReachesEveryTownOnceHoweverOftenTheScheduleRuns() {
    expect("201", suite.book(suite.citizen(), SITE, Suite.TODAY, Map.of()).send());

    runSchedule();
    runSchedule();
    suite.awaitQuiet();

    assertThat(messagesAbout(SITE + "/" + Suite.TODAY))
        .singleElement()
        .satisfies(message -> assertThat(message.path("text").asString("")).contains("1 of 30"));
    List<String> announced =
        suite.stored().notifications().stream()
            .filter(item -> Stored.text(item, "template").equals("stall-session-announced"))
            .map(item -> Stored.text(item, "subject"))
            .toList();
    // 24 night markets; the job market too, for 1 July 2026 is a Wednesday.
    assertThat(announced).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void aReadMessageStaysReadAndIsNobodyElsesToRead() {
    HttpResponse<String> booked =
        expect("201", suite.book(suite.citizen(), SITE, "2026-07-04", Map.of()).send());
    suite.awaitQuiet();
    JsonNode message = messagesAbout(text(booked, "bookingId")).getFirst();
    String path = "/notifications/" + message.path("notificationId").asString("") + "/read";
    Account caseworker = suite.caseworkerOf(DIVISION);

    HttpResponse<String> read = expect("200", suite.call("POST", path).by(caseworker).send());
    HttpResponse<String> again = expect("200", suite.call("POST", path).by(caseworker).send());

    assertThat(text(read, "state")).isEqualTo("READ");
    assertThat(text(again, "readAt")).isEqualTo(text(read, "readAt")).isNotEmpty();
    Account neighbour = suite.caseworkerOf("130529102");
    expect("404 not-found", suite.call("POST", path).by(neighbour).send());
    assertThat(messagesAbout(text(booked, "bookingId")).getFirst().path("state").asString(""))
        .isEqualTo("READ");
  }

  @Test
  void everyEventThatWasEverToldIsAsItsSchemaSays() {
    expect("201", suite.book(suite.citizen(), SITE, "2026-07-05", Map.of()).send());

    assertThat(suite.stored().events().all()).isNotEmpty().allSatisfy(schemas::validate);
  }

  private void runSchedule() {
    expect(
        "200",
        suite.call("POST", "/_local/schedules/announce-sessions/runs").sendOutsideContract());
  }

  private String stall(String date, String stallNo) {
    JsonNode session =
        json(expect("200", suite.call("GET", "/sites/" + SITE + "/sessions/" + date).send()));
    return session
        .path("stalls")
        .valueStream()
        .filter(stall -> stall.path("stallNo").asString("").equals(stallNo))
        .map(stall -> stall.path("state").asString(""))
        .findAny()
        .orElse("");
  }

  /** What the town's caseworker is told about a thing, page by page. */
  private List<JsonNode> messagesAbout(String subject) {
    return Inbox.of(suite, suite.caseworkerOf(DIVISION)).stream()
        .filter(message -> message.path("subject").asString("").equals(subject))
        .toList();
  }

  private void tellsOfBooking(JsonNode message) {
    assertThat(message.path("template").asString("")).isEqualTo("stall-booking-confirmed");
    assertThat(message.path("state").asString("")).isEqualTo("UNREAD");
    assertThat(message.path("text").asString("")).contains("A007").doesNotContain("person-");
  }

  private void isCancelled(JsonNode booking) {
    assertThat(booking.path("state").asString("")).isEqualTo("CANCELLED");
  }
}
