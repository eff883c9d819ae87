package org.jiuye.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private final RunningApi api =
      RunningApi.api()
          .publicRoutes(
              "ANY /files/{proxy+}",
              "GET /{any}/b",
              "GET /sites/{siteId}",
              "GET /sites/nearest",
              "ANY /sites/{siteId}",
              "POST /sites/{siteId}/notes",
              "GET /a/{proxy+}",
              "GET /")
          .guardedRoutes()
          .start();

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, GET /",
    "/sites/nearest, GET /sites/nearest",
    "/sites/other, GET /sites/{siteId}",
    "/files/x/y, ANY /files/{proxy+}",
    "/a/b, GET /{any}/b",
    "/a/c, GET /a/{proxy+}",
    "/a/b/c, GET /a/{proxy+}",
  })
  void theMostSpecificRouteIsTaken(String path, String routeKey) {
    assertThat(api.get(path).statusCode()).isEqualTo(204);
    assertThat(api.event().get("routeKey").stringValue()).isEqualTo(routeKey);
  }

  @Test
  void theMethodOfTheRouteGoesBeforeAnyMethod() {
    api.send(api.request("/sites/x").DELETE());

    assertThat(api.event().get("routeKey").stringValue()).isEqualTo("ANY /sites/{siteId}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nowhere", "/sites", "/sites/", "/sites/x/", "/files/", "//sites/x", "/SITES/x"})
  void aPathWithoutRouteIsNotFound(String path) {
    var response = api.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(api.events).isEmpty();
  }

  @Test
  void aMethodWithoutRouteIsNotFoundToo() {
    var response = api.send(api.request("/sites/x/notes").PUT(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void anEncodedSlashStaysInItsSegment() {
    api.get("/sites/a%2Fb%3Fc");

    assertThat(api.event().at("/pathParameters/siteId").stringValue()).isEqualTo("a/b?c");
    assertThat(api.event().get("rawPath").stringValue()).isEqualTo("/sites/a/b?c");
  }

  @Test
  void anEncodedLetterIsTheLetter() {
    api.get("/s%69tes/nearest");

    assertThat(api.event().get("routeKey").stringValue()).isEqualTo("GET /sites/nearest");
  }

  @Test
  void aPlusSignInAPathIsAPlusSign() {
    api.get("/sites/a+b");

    assertThat(api.event().at("/pathParameters/siteId").stringValue()).isEqualTo("a+b");
  }

  @Test
  void aGreedyParameterHoldsTheRestOfThePath() {
    api.get("/files/x%20y/z");

    assertThat(api.event().at("/pathParameters/proxy").stringValue()).isEqualTo("x y/z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sites/%ZZ", "/sites/%4", "/sites/%FF", "/sites/x?q=%C3%28", "/sites/x?%ZZ=1"})
  void whatCanNotBeDecodedIsABadRequest(String target) throws IOException {
    String status =
        api.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(status).startsWith("HTTP/1.1 400");
    assertThat(api.events).isEmpty();
  }

  @Test
  void theDefaultRouteTakesWhatNoOtherDoes() {
    try (RunningApi withDefault =
        RunningApi.api().publicRoutes("$default", "GET /{proxy+}").guardedRoutes().start()) {
      withDefault.send(withDefault.request("/x/y").DELETE());

      assertThat(withDefault.event().get("routeKey").stringValue()).isEqualTo("$default");
      assertThat(withDefault.event().has("pathParameters")).isFalse();
    }
  }

  @Test
  void aRouteKeyThatNobodyCanReadIsRefused() {
    assertThatThrownBy(() -> RoutePattern.of("GET sites"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET sites");
  }
}
