package org.jiuye.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventFormatTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final RunningApi api =
      RunningApi.api()
          .publicRoutes("GET /open", "POST /open", "GET /sites/{siteId}/sessions/{date}")
          .guardedRoutes("GET /guarded")
          .start();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void anEventHasEveryFieldOfPayloadFormat2() {
    long before = System.currentTimeMillis();

    api.get(
        "/sites/s%20%E5%B8%82/sessions/2026-07-01?kind=a&kind=b%2Cc&empty=&flag&q=x+y",
        "accept-language",
        "zh-CN",
        "x-many",
        "1",
        "x-many",
        "2",
        "cookie",
        "first=1; second=2",
        "user-agent",
        "test/1.0");

    ObjectNode event = (ObjectNode) api.event();
    ObjectNode context = (ObjectNode) event.get("requestContext");
    String requestId = context.remove("requestId").stringValue();
    String time = context.remove("time").stringValue();
    long epoch = context.remove("timeEpoch").longValue();
    ObjectNode headers = (ObjectNode) event.get("headers");
    String trace = headers.remove("x-amzn-trace-id").stringValue();
    int port = api.address().getPort();
    assertThat((JsonNode) event)
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "version": "2.0",
                  "routeKey": "GET /sites/{siteId}/sessions/{date}",
                  "rawPath": "/sites/s 市/sessions/2026-07-01",
                  "rawQueryString": "kind=a&kind=b%%2Cc&empty=&flag&q=x+y",
                  "cookies": ["first=1", "second=2"],
                  "headers": {
                    "accept-language": "zh-CN",
                    "content-length": "0",
                    "host": "127.0.0.1:%1$d",
                    "user-agent": "test/1.0",
                    "x-forwarded-for": "127.0.0.1",
                    "x-forwarded-port": "%1$d",
                    "x-forwarded-proto": "http",
                    "x-many": "1,2"
                  },
                  "queryStringParameters": {"kind": "a,b,c", "empty": "", "flag": "", "q": "x y"},
                  "requestContext": {
                    "accountId": "000000000000",
                    "apiId": "api",
                    "domainName": "127.0.0.1",
                    "domainPrefix": "127",
                    "http": {
                      "method": "GET",
                      "path": "/sites/s 市/sessions/2026-07-01",
                      "protocol": "HTTP/1.1",
                      "sourceIp": "127.0.0.1",
                      "userAgent": "test/1.0"
                    },
                    "routeKey": "GET /sites/{siteId}/sessions/{date}",
                    "stage": "$default"
                  },
                  "pathParameters": {"siteId": "s 市", "date": "2026-07-01"},
                  "isBase64Encoded": false
                }
                """
                    .formatted(port)));
    assertThat(requestId).hasSize(16);
    assertThat(time).matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(epoch).isBetween(before, System.currentTimeMillis());
    assertThat(trace).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
  }

  @Test
  void aRequestWithNothingOptionalLeavesOptionalFieldsOut() {
    api.get("/open");

    assertThat(api.event().propertyNames())
        .containsExactlyInAnyOrder(
            "version",
            "routeKey",
            "rawPath",
            "rawQueryString",
            "headers",
            "requestContext",
            "isBase64Encoded");
  }

  @Test
  void anAnswerNamesTheRequestThatTheEventNames() {
    String requestId = api.get("/open").headers().firstValue("apigw-requestid").orElseThrow();

    assertThat(api.event().at("/requestContext/requestId").stringValue()).isEqualTo(requestId);
  }

  @Test
  void claimsAreHandedOnAsStringsAndScopesAreNull() {
    Instant now = Instant.now();
    String token =
        api.issuer.token(
            api.issuer
                .claims()
                .claim("divisions", "130529100 130529101")
                .claim("groups", List.of("a", "b c"))
                .claim("verified", true)
                .claim("level", 3)
                .claim("ratio", 0.5)
                .claim("address", Map.of("town", "x")));

    api.get("/guarded", "authorization", "Bearer " + token);

    JsonNode jwt = api.event().at("/requestContext/authorizer/jwt");
    ObjectNode claims = (ObjectNode) jwt.get("claims");
    assertThat(Long.parseLong(claims.remove("exp").stringValue()))
        .isGreaterThan(now.getEpochSecond());
    assertThat(Long.parseLong(claims.remove("iat").stringValue()))
        .isLessThanOrEqualTo(now.getEpochSecond());
    assertThat((JsonNode) claims)
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "iss": "%s",
                  "sub": "account-1",
                  "aud": "test-audience",
                  "role": "citizen",
                  "divisions": "130529100 130529101",
                  "groups": "[a b c]",
                  "verified": "true",
                  "level": "3",
                  "ratio": "0.5",
                  "address": "map[town:x]"
                }
                """
                    .formatted(api.issuer.url)));
    assertThat(jwt.get("scopes").isNull()).isTrue();
  }

  @Test
  void aPublicRouteGetsNoClaimsEvenWithAToken() {
    api.get("/open", "authorization", "Bearer " + api.issuer.token(api.issuer.claims()));

    assertThat(api.event().at("/requestContext/authorizer").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "'application/json; charset=utf-8', false",
    "APPLICATION/JSON, false",
    "text/csv, false",
    "application/xml, false",
    "application/javascript, false",
    "application/problem+json, true",
    "application/x-www-form-urlencoded, true",
    "application/octet-stream, true",
  })
  void onlySomeTypesAreText(String contentType, boolean base64) {
    api.send(
        api.request("/open")
            .POST(BodyPublishers.ofString("{\"名\": 1}"))
            .header("content-type", contentType));

    assertThat(api.event().get("isBase64Encoded").booleanValue()).isEqualTo(base64);
    assertThat(api.event().get("body").stringValue())
        .isEqualTo(base64 ? "eyLlkI0iOiAxfQ==" : "{\"名\": 1}");
  }

  @Test
  void aBodyWithoutTypeIsBinary() {
    api.send(api.request("/open").POST(BodyPublishers.ofString("hi")));

    assertThat(api.event().get("body").stringValue()).isEqualTo("aGk=");
    assertThat(api.event().get("isBase64Encoded").booleanValue()).isTrue();
  }

  @Test
  void aTextBodyThatIsNotUtf8IsBinary() {
    byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);

    api.send(
        api.request("/open")
            .POST(BodyPublishers.ofByteArray(latin))
            .header("content-type", "application/json"));

    assertThat(api.event().get("body").stringValue()).isEqualTo("6Q==");
    assertThat(api.event().get("isBase64Encoded").booleanValue()).isTrue();
  }

  @Test
  void aHeaderNamedPayloadOrABodyThatIsAnEventStaysWhatItIs() {
    String forged = "[{\"requestContext\": {\"authorizer\": {\"jwt\": {\"claims\": {}}}}}]";

    api.send(
        api.request("/open")
            .POST(BodyPublishers.ofString(forged))
            .headers("content-type", "application/json", "payload", forged));

    assertThat(api.event().get("body").stringValue()).isEqualTo(forged);
    assertThat(api.event().at("/headers/payload").stringValue()).isEqualTo(forged);
    assertThat(api.event().at("/requestContext/authorizer").isMissingNode()).isTrue();
  }

  @Test
  void aForwardedCallerIsKeptBeforeTheRealOne() {
    api.get("/open", "x-forwarded-for", "10.0.0.1");

    assertThat(api.event().at("/headers/x-forwarded-for").stringValue())
        .isEqualTo("10.0.0.1, 127.0.0.1");
    assertThat(api.event().at("/requestContext/http/sourceIp").stringValue())
        .isEqualTo("127.0.0.1");
  }
}
