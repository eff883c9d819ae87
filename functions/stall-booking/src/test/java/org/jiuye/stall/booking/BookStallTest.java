package org.jiuye.stall.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.book;
import static org.jiuye.stall.StallTestBed.bookAny;
import static org.jiuye.stall.StallTestBed.cancel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class BookStallTest {
  private static final String SITE = "apricot-park";

  private final StallTestBed bed = new StallTestBed();

  @AfterAll
  void close() {
    bed.close();
  }

  @BeforeEach
  void noon() {
    bed.clock.moveTo(StallTestBed.NOON);
  }

  @Test
  void aCitizenBooksAStallAndFindsIt() {
    TestCaller wang = bed.citizen("wang");
    HttpAnswer booked = bed.call(book(wang, SITE, "2026-07-02", "A010"));

    assertThat(booked.status()).isEqualTo(201);
    String bookingId = booked.text("bookingId");
    assertThat(booked.headers()).containsEntry("location", "/stall-bookings/" + bookingId);
    assertThat(booked.text("state")).isEqualTo("CONFIRMED");
    assertThat(booked.text("personId")).isEqualTo("person-wang");
    assertThat(booked.text("opensAt")).isEqualTo("2026-07-02T18:00:00+08:00");
    assertThat(booked.text("siteName")).isEqualTo("红杏公园夜市");

    HttpAnswer found = bed.call(HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(wang));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.body()).isEqualTo(booked.body());
    HttpAnswer mine = bed.call(HttpCall.of("GET /stall-bookings").by(wang));
    assertThat(mine.body().path("items")).containsExactly(booked.body());
    assertThat(stallState("2026-07-02", "A010")).isEqualTo("TAKEN");
  }

  @Test
  void theListOfBookingsComesInPagesTheLatestNightFirst() {
    TestCaller zhao = bed.citizen("zhao");
    for (String night : List.of("2026-07-06", "2026-07-08", "2026-07-07")) {
      assertThat(bed.call(bookAny(zhao, SITE, night)).status()).isEqualTo(201);
    }
    HttpAnswer first = bed.call(HttpCall.of("GET /stall-bookings").by(zhao).query("limit", "2"));
    HttpAnswer second =
        bed.call(
            HttpCall.of("GET /stall-bookings")
                .by(zhao)
                .query("limit", "2")
                .query("cursor", first.text("nextCursor")));
    assertThat(first.body().path("items"))
        .extracting(item -> item.path("date").asString())
        .containsExactly("2026-07-08", "2026-07-07");
    assertThat(second.body().path("items"))
        .extracting(item -> item.path("date").asString())
        .containsExactly("2026-07-06");
    assertThat(second.body().has("nextCursor")).isFalse();
  }

  @Test
  void theWeeklyLimitCountsTheKindsSitesTogetherAndCancelledNightsNot() {
    TestCaller li = bed.citizen("li");
    assertThat(bed.call(bookAny(li, SITE, "2026-07-06")).status()).isEqualTo(201);
    assertThat(bed.call(bookAny(li, "riverside-park", "2026-07-07")).status()).isEqualTo(201);
    assertThat(bed.call(bookAny(li, SITE, "2026-07-08")).status()).isEqualTo(201);
    HttpAnswer fourth = bed.call(bookAny(li, SITE, "2026-07-09"));
    assertThat(fourth.status()).isEqualTo(201);

    HttpAnswer fifth = bed.call(bookAny(li, SITE, "2026-07-10"));
    assertThat(fifth.status()).isEqualTo(409);
    assertThat(fifth.code()).isEqualTo("weekly-limit");
    assertThat(fifth.body().path("limit").asInt()).isEqualTo(4);
    assertThat(bed.call(bookAny(li, SITE, "2026-07-13")).status()).isEqualTo(201);

    assertThat(bed.call(cancel(li, fourth.text("bookingId"))).status()).isEqualTo(200);
    assertThat(bed.call(bookAny(li, SITE, "2026-07-10")).status()).isEqualTo(201);
    assertThat(bed.call(bookAny(li, SITE, "2026-07-11")).code()).isEqualTo("weekly-limit");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere,2026-07-02,A001,TOYS,404,site-not-found",
    "apricot-park,2026-07-01,A001,FIREWORKS,422,trade-not-allowed",
    "apricot-park,2026-07-02,A051,TOYS,422,stall-unknown",
    "apricot-park,2026-11-02,A001,TOYS,422,out-of-season",
    "apricot-park,2026-06-30,A001,TOYS,409,session-started",
    "apricot-park,2026-07-16,A001,TOYS,422,beyond-horizon",
    "apricot-park,2026-02-30,A001,TOYS,400,invalid-request",
    "apricot-park,2026-07-02,A1,TOYS,400,invalid-request",
    "apricot-park,02.07.2026,A001,TOYS,400,invalid-request"
  })
  void whatCannotBeHadIsRefusedAndNothingIsWritten(
      String site, String date, String stallNo, String trade, int status, String code) {
    TestCaller sun = bed.citizen("sun");
    HttpAnswer answer =
        bed.call(
            book(sun, Map.of("siteId", site, "date", date, "stallNo", stallNo, "trade", trade)));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(bed.partition("STALL#PERSON#person-sun")).isEmpty();
    assertThat(bed.partition("STALL#SESSION#" + site + "#" + date))
        .noneMatch(item -> item.toString().contains("person-sun"));
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    Map<String, Object> body = new HashMap<>();
    body.put("siteId", 7);
    body.put("date", "tomorrow");
    body.put("price", "0");
    HttpAnswer answer = bed.call(book(bed.citizen("qian"), body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors"))
        .extracting(error -> error.path("pointer").asString() + " " + error.path("code").asString())
        .containsExactlyInAnyOrder(
            "/siteId not-a-text", "/date not-a-date", "/trade required", "/price unknown-field");
  }

  @Test
  void whoIsNotRegisteredCannotBook() {
    HttpAnswer answer =
        bed.call(bookAny(TestCaller.of("stranger", "citizen", ""), SITE, "2026-07-02"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("person-not-registered");
  }

  @Test
  void staffActForACitizenInTheirOwnCounty() {
    TestCaller desk = TestCaller.of("desk", "caseworker", "130529101");
    Map<String, String> body =
        Map.of(
            "siteId", SITE, "date", "2026-07-03", "trade", "TOYS", "onBehalfOf", "person-granny");
    HttpAnswer booked = bed.call(book(desk, body));
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.text("personId")).isEqualTo("person-granny");
    assertThat(booked.body().path("onBehalf").asBoolean()).isTrue();

    TestCaller elsewhere = TestCaller.of("elsewhere", "caseworker", "130528100");
    assertThat(bed.call(book(elsewhere, body)).code()).isEqualTo("wrong-division");
    assertThat(bed.call(book(bed.citizen("nephew"), body)).code()).isEqualTo("wrong-role");
    assertThat(bed.call(bookAny(desk, SITE, "2026-07-03")).code())
        .isEqualTo("on-behalf-of-required");

    String bookingId = booked.text("bookingId");
    HttpCall look = HttpCall.of("GET /stall-bookings/{bookingId}", bookingId);
    assertThat(bed.call(look.by(desk)).status()).isEqualTo(200);
    assertThat(bed.call(look.by(elsewhere)).status()).isEqualTo(404);
    assertThat(bed.call(look.by(TestCaller.of("w", "warden", "130529100"))).status())
        .isEqualTo(200);
    assertThat(bed.call(look.by(TestCaller.of("w", "warden", "130529101"))).status())
        .isEqualTo(404);
    TestCaller granny = bed.citizen("granny");
    assertThat(bed.call(look.by(granny)).status()).isEqualTo(200);
    HttpAnswer list =
        bed.call(HttpCall.of("GET /stall-bookings").by(desk).query("onBehalfOf", "person-granny"));
    assertThat(list.body().path("items")).hasSize(1);
  }

  @Test
  void aForeignBookingIsNotThere() {
    HttpAnswer booked = bed.call(bookAny(bed.citizen("owner"), SITE, "2026-07-05"));
    TestCaller other = bed.citizen("other");
    String bookingId = booked.text("bookingId");
    assertThat(bed.call(HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(other)).code())
        .isEqualTo("not-found");
    assertThat(bed.call(cancel(other, bookingId)).code()).isEqualTo("not-found");
    assertThat(bed.call(cancel(bed.citizen("owner"), bookingId)).status()).isEqualTo(200);
  }

  @Test
  void aKeyIsForOneRequestAlone() {
    TestCaller zhou = bed.citizen("zhou");
    HttpAnswer first =
        bed.call(bookAny(zhou, SITE, "2026-07-04").header("idempotency-key", "once"));
    HttpAnswer again =
        bed.call(bookAny(zhou, SITE, "2026-07-04").header("idempotency-key", "once"));
    HttpAnswer other =
        bed.call(bookAny(zhou, SITE, "2026-07-05").header("idempotency-key", "once"));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    bed.clock.moveTo("2026-07-05T12:00:00+08:00");
    HttpAnswer afterTheNight =
        bed.call(bookAny(zhou, SITE, "2026-07-04").header("idempotency-key", "once"));
    assertThat(afterTheNight.status()).isEqualTo(201);
    assertThat(afterTheNight.body()).isEqualTo(first.body());
  }

  @Test
  void aRecordOfAKeyHoldsNothingOfTheBody() {
    TestCaller wu = bed.citizen("wu");
    bed.call(bookAny(wu, SITE, "2026-07-04").header("idempotency-key", "k"));
    assertThat(bed.partition("IDEMPOTENCY#stall-booking#wu"))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.keySet())
                    .containsExactlyInAnyOrder(
                        "pk", "sk", "bodyHash", "status", "made", "expiresAt"));
  }

  @Test
  void aBookingFitsIntoOneWriteUnitAnItem() {
    HttpAnswer booked =
        bed.call(
            bookAny(bed.citizen("measured"), SITE, "2026-07-07").header("idempotency-key", "m"));
    List<Map<String, AttributeValue>> session =
        bed.partition("STALL#SESSION#" + SITE + "#2026-07-07");
    Map<String, AttributeValue> stall =
        session.stream()
            .filter(item -> Items.text(item, "bookingId").equals(booked.text("bookingId")))
            .findAny()
            .orElseThrow();
    assertThat(stall).containsKeys("outboxId", "outbox");
    assertThat(bed.partition("STALL#PERSON#person-measured"))
        .noneMatch(item -> item.containsKey("outbox"));
  }

  private String stallState(String date, String stallNo) {
    for (var stall : bed.session(SITE, date).body().path("stalls")) {
      if (stall.path("stallNo").asString("").equals(stallNo)) {
        return stall.path("state").asString("");
      }
    }
    return "NOT_THERE";
  }
}
