package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.support.CapturedLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong is answered without any detail, and logged without anything that was sent. */
class HttpFunctionLogTest {
  private static final String ID_NUMBER = "130529199001011237";
  private static final String PHONE = "13800001111";
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.secret.signature";
  private static final String NAME = "王小明";

  private record Endless(Object self) {}

  /** Fails when it is written, and quotes itself. */
  @SuppressWarnings("UnusedMethod") // JSON asks for it.
  private record Unwritable(String number) {
    @Override
    public String number() {
      return String.valueOf(Integer.parseInt(number + "X"));
    }
  }

  @SuppressWarnings("UnusedMethod") // JUnit calls it.
  private static Stream<Routes.PublicHandler> defects() {
    return Stream.of(
        request -> {
          throw new IllegalStateException(request.body() + request.headers() + request);
        },
        request -> {
          throw new IllegalArgumentException(
              request.body(), new NumberFormatException(request.headers().toString()));
        },
        request -> HttpResponse.ok(Integer.parseInt(request.body())),
        _ -> HttpResponse.ok(new Unwritable(ID_NUMBER)),
        _ -> HttpResponse.ok(new Endless(new Unwritable(ID_NUMBER))),
        request -> {
          throw ProblemException.of(409, "not-found").with("what", new Unwritable(ID_NUMBER));
        });
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsAnswered500AndLoggedWithoutAnythingThatWasSent(Routes.PublicHandler defect) {
    try (CapturedLog log = CapturedLog.open()) {
      Answer answer = Functions.call(Functions.open(defect), event());

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.code()).isEqualTo("internal-error");
      assertThat(answer.body().propertyNames())
          .containsExactly("type", "title", "status", "instance", "code");
      assertThat(log.text())
          .contains("POST /things JKJaXmPLvHcESHA= failed: ")
          .doesNotContain(ID_NUMBER, PHONE, TOKEN, NAME);
      assertThat(answer.body().toString()).doesNotContain("Exception", ID_NUMBER, PHONE);
    }
  }

  @Test
  void whatIsRefusedIsNotLoggedAtAll() {
    HttpFunction function =
        Functions.serving(
            Routes.builder()
                .open("POST /things", request -> request.readBody(_ -> HttpResponse.noContent()))
                .guarded("GET /mine", (_, _) -> HttpResponse.noContent(), Role.CITIZEN)
                .build());
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(Functions.call(function, event()).status()).isEqualTo(400);
      assertThat(Functions.call(function, event().body("{" + ID_NUMBER)).status()).isEqualTo(400);
      assertThat(Functions.call(function, HttpApiEvent.of("GET /mine")).status()).isEqualTo(401);
      assertThat(
              Functions.call(function, HttpApiEvent.of("GET /mine").caller(ID_NUMBER, PHONE))
                  .status())
          .isEqualTo(403);
      assertThat(log.text()).isEmpty();
    }
  }

  @Test
  void contentionIsLoggedByItsRequestAlone() {
    try (CapturedLog log = CapturedLog.open()) {
      Functions.call(
          Functions.open(
              request -> {
                throw new ContentionException(new IllegalStateException(request.body()));
              }),
          event());

      assertThat(log.text()).isEqualTo("WARN POST /things JKJaXmPLvHcESHA=: no verdict in time");
    }
  }

  @Test
  void aRequestIsPrintedWithoutWhatItHolds() {
    HttpRequest request = event().caller("account-1", "citizen").request();

    assertThat(request.toString()).isEqualTo("POST /things JKJaXmPLvHcESHA=");
  }

  private static HttpApiEvent event() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("idNumber", ID_NUMBER);
    body.put("phones", List.of(PHONE));
    body.put(NAME, NAME);
    return HttpApiEvent.of("POST /things")
        .header("authorization", "Bearer " + TOKEN)
        .header("x-name", NAME)
        .query("phone", PHONE)
        .body(Json.MAPPER.writeValueAsString(body));
  }
}
