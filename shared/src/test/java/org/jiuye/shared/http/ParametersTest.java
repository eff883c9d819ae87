package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static final Pattern SITE = Pattern.compile("[a-z-]{1,20}");
  private static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}");

  private record Asked(
      String siteId, LocalDate date, Optional<String> division, PageRequest page) {}

  private final AtomicReference<Asked> read = new AtomicReference<>();
  private final HttpFunction function =
      Functions.open(
          request -> {
            read.set(
                request.readParameters(
                    parameters ->
                        new Asked(
                            parameters.path("siteId", SITE),
                            parameters.pathDate("date"),
                            parameters.query("division", DIVISION),
                            parameters.page(20, 100))));
            return HttpResponse.noContent();
          });

  @Test
  void readsPathAndQuery() {
    Answer answer =
        Functions.call(
            function,
            event("north-gate", "2026-07-01")
                .query("division", "130529100")
                .query("limit", "100")
                .query("cursor", PageRequest.encode("2026-06-30#北")));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(read.get())
        .isEqualTo(
            new Asked(
                "north-gate",
                LocalDate.of(2026, 7, 1),
                Optional.of("130529100"),
                new PageRequest(100, Optional.of("2026-06-30#北"))));
  }

  @Test
  void whatIsNotAskedForHasADefault() {
    Functions.call(function, event("north-gate", "2026-07-01"));

    assertThat(read.get().division()).isEmpty();
    assertThat(read.get().page()).isEqualTo(new PageRequest(20, Optional.empty()));
  }

  @Test
  void namesEveryWrongParameterAtOnce() {
    Answer answer =
        Functions.call(
            function,
            event("north-gate", "2026-02-30")
                .query("division", "130529100,130529101")
                .query("limit", "0")
                .query("cursor", "%%%")
                .query("Limit", "5"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "parameter date not-a-date",
            "parameter division wrong-format",
            "parameter limit out-of-range",
            "parameter cursor wrong-format",
            "parameter Limit unknown-parameter");
  }

  @Test
  void aPathThatCanNameNothingIsNotFound() {
    Answer answer = Functions.call(function, event("../etc", "2026-02-30").query("limit", "0"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
    assertThat(Functions.call(function, HttpApiEvent.of("POST /things")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "101",
        "1.0",
        "1e1",
        "",
        " 5",
        "+5",
        "５",
        "99999999999999999999",
        "5,6"
      })
  void aLimitIsAWholeNumberWithinItsRange(String limit) {
    Answer answer =
        Functions.call(function, event("north-gate", "2026-07-01").query("limit", limit));

    assertThat(answer.errors()).containsExactly("parameter limit out-of-range");
  }

  @Test
  void aCursorThatIsNoneIsRefused() {
    String overlong = PageRequest.encode("x".repeat(1025));
    String brokenText =
        Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xc3, (byte) 0x28});

    assertThat(List.of("", "=", "A", "%", "[]", "a b", "ab+/", "北", overlong, brokenText))
        .allSatisfy(cursor -> assertThat(PageRequest.decode(cursor)).isEmpty());
  }

  @Test
  void everySortKeyComesBackFromItsCursor() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String sortKey =
          random
              .ints(1 + random.nextInt(60), 1, 0xd7ff)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(PageRequest.decode(PageRequest.encode(sortKey))).contains(sortKey);
    }
    String longest = "x".repeat(1024);
    assertThat(PageRequest.decode(PageRequest.encode(longest))).contains(longest);
  }

  @Test
  void garbageNeverFailsOtherwiseThanByBeingRefused() {
    Random random = new Random(11);
    byte[] bytes = new byte[24];
    for (int round = 0; round < 2_000; round++) {
      random.nextBytes(bytes);
      String garbage = new String(bytes, StandardCharsets.ISO_8859_1);
      PageRequest.decode(garbage);
      PageRequest.decode(Base64.getUrlEncoder().encodeToString(bytes))
          .ifPresent(sortKey -> assertThat(PageRequest.encode(sortKey)).isNotEmpty());
    }
  }

  @Test
  void aPageIsWrittenWithItsCursorOnlyWhereMoreMayFollow() {
    HttpFunction pages =
        Functions.serving(
            Routes.builder()
                .open("GET /more", _ -> HttpResponse.ok(Page.of(List.of(1), Optional.of("k"))))
                .open("GET /last", _ -> HttpResponse.ok(Page.of(List.of(1), Optional.empty())))
                .open("GET /none", _ -> HttpResponse.ok(Page.whole(List.of())))
                .build());

    assertThat(Functions.call(pages, HttpApiEvent.of("GET /more")).body().toString())
        .isEqualTo("{\"items\":[1],\"nextCursor\":\"aw\"}");
    assertThat(Functions.call(pages, HttpApiEvent.of("GET /last")).body().toString())
        .isEqualTo("{\"items\":[1]}");
    assertThat(Functions.call(pages, HttpApiEvent.of("GET /none")).body().toString())
        .isEqualTo("{\"items\":[]}");
  }

  private static HttpApiEvent event(String siteId, String date) {
    HttpApiEvent event = HttpApiEvent.of("POST /things");
    Map.of("siteId", siteId, "date", date).forEach(event::pathParameter);
    return event;
  }
}
