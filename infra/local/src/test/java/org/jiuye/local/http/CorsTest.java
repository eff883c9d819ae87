package org.jiuye.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorsTest {

  private static final String ORIGIN = "https://jiuye.example";

  private final RunningApi api =
      RunningApi.api()
          .function(
              event ->
                  RunningApi.answer(
                      "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\":"
                          + " \"*\"}}"))
          .start();

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> preflight(String path, String origin) {
    return api.send(
        api.request(path)
            .method("OPTIONS", BodyPublishers.noBody())
            .headers("origin", origin, "access-control-request-method", "POST"));
  }

  private static Map<String, String> corsHeaders(HttpResponse<String> response) {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (name.toLowerCase(Locale.ROOT).startsWith("access-control-")) {
                headers.put(name, String.join("|", values));
              }
            });
    return headers;
  }

  @Test
  void theGatewayAnswersPreflightsItself() {
    var response = preflight("/guarded", ORIGIN);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(corsHeaders(response))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", ORIGIN,
                "access-control-allow-methods", "GET,POST",
                "access-control-allow-headers", "authorization,content-type",
                "access-control-max-age", "3600"));
    assertThat(api.events).isEmpty();
  }

  @Test
  void aForeignOriginsPreflightGetsNoPermission() {
    assertThat(corsHeaders(preflight("/open", "https://evil.example"))).isEmpty();
  }

  @Test
  void anOptionsRequestThatIsNoPreflightIsRoutedLikeAnyOther() {
    var response = api.send(api.request("/open").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void answersAreMarkedForTheAllowedOriginAndTheFunctionsMarksDoNotCount() {
    assertThat(corsHeaders(api.get("/open", "origin", ORIGIN)))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin",
                ORIGIN,
                "access-control-expose-headers",
                "etag,location"));
    assertThat(corsHeaders(api.get("/open", "origin", "https://evil.example"))).isEmpty();
    assertThat(corsHeaders(api.get("/open"))).isEmpty();
  }

  @Test
  void whatTheGatewayAnswersItselfIsMarkedToo() {
    var refused = api.get("/guarded", "origin", ORIGIN);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(corsHeaders(refused)).containsEntry("access-control-allow-origin", ORIGIN);
  }
}
