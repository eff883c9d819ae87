package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFunctionTest {
  private static final HttpFunction GUARDED =
      Functions.serving(
          Routes.builder()
              .guarded(
                  "POST /things",
                  (_, caller) ->
                      HttpResponse.ok(
                          Map.of(
                              "account", caller.account(),
                              "role", caller.role().claim(),
                              "divisions", caller.divisions())),
                  Role.CITIZEN,
                  Role.CASEWORKER)
              .build());

  @Test
  void handsTheRequestToTheUseCaseAndItsAnswerBack() {
    List<HttpRequest> seen = new ArrayList<>();
    HttpFunction function =
        Functions.serving(
            Routes.builder()
                .open(
                    "GET /sites/{siteId}",
                    request -> {
                      seen.add(request);
                      return HttpResponse.ok(Map.of("name", "北关夜市"));
                    })
                .build());

    Answer answer =
        Functions.call(
            function,
            HttpApiEvent.of("GET /sites/{siteId}")
                .path("/sites/north-gate")
                .pathParameter("siteId", "north-gate")
                .query("division", "130529100,130529101")
                .header("x-anything", "值"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("name").stringValue()).isEqualTo("北关夜市");
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("cache-control", "no-store")
        .containsEntry("x-content-type-options", "nosniff");
    HttpRequest request = seen.getFirst();
    assertThat(request.path()).isEqualTo("/sites/north-gate");
    assertThat(request.pathParameters()).isEqualTo(Map.of("siteId", "north-gate"));
    assertThat(request.queryParameters()).isEqualTo(Map.of("division", "130529100,130529101"));
    assertThat(request.header("X-Anything")).contains("值");
    assertThat(request.body()).isEmpty();
    assertThat(request.requestId()).isEqualTo("JKJaXmPLvHcESHA=");
  }

  @Test
  void answersCreatedWithALocationAndNoContentWithoutABody() {
    Answer created =
        Functions.call(
            Functions.open(_ -> HttpResponse.created("/things/1", Map.of("thingId", "1"))),
            HttpApiEvent.of("POST /things"));
    Answer nothing =
        Functions.call(
            Functions.open(_ -> HttpResponse.noContent()), HttpApiEvent.of("POST /things"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("location")).contains("/things/1");
    assertThat(nothing.status()).isEqualTo(204);
    assertThat(nothing.body().isMissingNode()).isTrue();
    assertThat(nothing.headers()).doesNotContainKey("content-type");
  }

  @Test
  void leavesAbsentValuesOutOfAnswers() {
    record Thing(String thingId, Optional<String> remark, List<String> parts) {}

    Answer answer =
        Functions.call(
            Functions.open(_ -> HttpResponse.ok(new Thing("1", Optional.empty(), List.of()))),
            HttpApiEvent.of("POST /things"));

    assertThat(answer.body().toString()).isEqualTo("{\"thingId\":\"1\",\"parts\":[]}");
  }

  @Test
  void takesABodyInBase64() {
    List<String> bodies = new ArrayList<>();
    HttpFunction function =
        Functions.open(
            request -> {
              bodies.add(request.body());
              return HttpResponse.noContent();
            });

    Functions.call(
        function,
        HttpApiEvent.of("POST /things")
            .body("eyJuYW1lIjoi5aSc5biCIn0=")
            .with("isBase64Encoded", true));

    assertThat(bodies).containsExactly("{\"name\":\"夜市\"}");
  }

  @Test
  void aGuardedRouteSeesTheCallerWhomTheClaimsName() {
    Answer answer =
        Functions.call(
            GUARDED,
            HttpApiEvent.of("POST /things")
                .caller("account-1", "caseworker")
                .claim("divisions", "[130529100 130529101]"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString())
        .contains("\"account-1\"", "\"caseworker\"", "[\"130529100\",\"130529101\"]");
  }

  @Test
  void aGuardedRouteWithoutClaimsIsUnauthenticated() {
    Answer none = Functions.call(GUARDED, HttpApiEvent.of("POST /things"));
    Answer empty = Functions.call(GUARDED, HttpApiEvent.of("POST /things").caller("", "citizen"));
    Answer endless =
        Functions.call(GUARDED, HttpApiEvent.of("POST /things").caller("x".repeat(257), "citizen"));

    assertThat(List.of(none, empty, endless))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(401);
              assertThat(answer.code()).isEqualTo("unauthenticated");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "admin ", "ADMIN", "Citizen", "warden", "root", "[citizen]", "null"})
  void anUnknownRoleAndOneThatTheRouteDoesNotTakeAreRefused(String role) {
    Answer answer = Functions.call(GUARDED, HttpApiEvent.of("POST /things").caller("a", role));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("wrong-role");
  }

  @Test
  void aMissingRoleIsRefused() {
    Answer answer = Functions.call(GUARDED, HttpApiEvent.of("POST /things").claim("sub", "a"));

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void aPublicRouteSeesNoClaims() {
    List<HttpRequest> seen = new ArrayList<>();
    HttpFunction function =
        Functions.open(
            request -> {
              seen.add(request);
              return HttpResponse.noContent();
            });

    Functions.call(function, HttpApiEvent.of("POST /things").caller("a", "admin"));

    assertThat(seen.getFirst().claims()).isEmpty();
  }

  @Test
  void aRouteThatNobodyServesIsNotFound() {
    Answer answer = Functions.call(GUARDED, HttpApiEvent.of("$default"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @Test
  void contentionIsAnswered503WithTheAdviceToComeAgain() {
    Answer answer =
        Functions.call(
            Functions.open(
                _ -> {
                  throw new ContentionException(new IllegalStateException("secret"));
                }),
            HttpApiEvent.of("POST /things"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("busy");
    assertThat(answer.header("retry-after")).contains("1");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "999, 1", "1000, 1", "1999, 1", "60000, 60"})
  void retryAfterIsInWholeSecondsFromOne(long millis, String header) {
    Answer answer =
        Functions.call(
            Functions.open(
                _ -> {
                  throw ProblemException.of(409, "idempotency-conflict")
                      .retryAfter(Duration.ofMillis(millis));
                }),
            HttpApiEvent.of("POST /things"));

    assertThat(answer.header("retry-after")).contains(header);
  }

  @ParameterizedTest
  @CsvSource({
    "en, en, There is nothing here that you can see",
    "zh-CN, zh-CN, 未找到您可以查看的内容",
    "'', zh-CN, 未找到您可以查看的内容"
  })
  void aProblemSpeaksTheCallersLanguage(String header, String tag, String title) {
    Answer answer =
        Functions.call(GUARDED, HttpApiEvent.of("GET /none").header("accept-language", header));

    assertThat(answer.header("content-type")).contains("application/problem+json; charset=utf-8");
    assertThat(answer.header("content-language")).contains(tag);
    assertThat(answer.body().get("title").stringValue()).isEqualTo(title);
    assertThat(answer.body().get("type").stringValue()).isEqualTo("urn:jiuye:problem:not-found");
    assertThat(answer.body().get("instance").stringValue())
        .isEqualTo("urn:jiuye:request:JKJaXmPLvHcESHA=");
    assertThat(answer.body().get("status").intValue()).isEqualTo(404);
  }

  @Test
  void aProblemCarriesWhatTheCallerNeedsToGoOnAndTheFieldItIsAbout() {
    Answer answer =
        Functions.call(
            Functions.open(
                _ -> {
                  throw ProblemException.ofField(409, "out-of-range", "/date")
                      .with("lastDay", "2026-07-08")
                      .with("left", 0);
                }),
            HttpApiEvent.of("POST /things"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.errors()).containsExactly("pointer /date out-of-range");
    assertThat(answer.body().get("lastDay").stringValue()).isEqualTo("2026-07-08");
    assertThat(answer.body().get("left").intValue()).isZero();
  }

  @Test
  void aProblemWithoutATextKeepsItsStatusAndShowsItsCode() {
    Answer answer =
        Functions.call(
            Functions.open(
                _ -> {
                  throw ProblemException.of(409, "never-written");
                }),
            HttpApiEvent.of("POST /things"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().get("title").stringValue()).isEqualTo("never-written");
  }
}
