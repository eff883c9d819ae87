package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What is no event of an HTTP API fails the invocation, and what it held goes nowhere. */
class NotAnHttpEventTest {
  private static final String SECRET = "130529199001011237";

  @SuppressWarnings("UnusedMethod") // JUnit calls it.
  private static Stream<String> strangers() {
    return Stream.of(
        "",
        " ",
        "null",
        "\"" + SECRET + "\"",
        SECRET + "X",
        "{\"idNumber\": " + SECRET + "X}",
        "{\"idNumber\": x" + SECRET + "}",
        "[]",
        "[" + sample().text() + "]",
        "{}",
        sample().text() + sample().text(),
        sample().text().substring(0, 400),
        "[".repeat(100_000),
        changed("version", "1.0"),
        sample().without("version").text(),
        sample().without("routeKey").text(),
        sample().without("requestContext").text(),
        sample().with("requestContext", List.of(SECRET)).text(),
        sample().with("routeKey", List.of(SECRET)).text(),
        sample().with("headers", List.of(SECRET)).text(),
        sample().without("routeKey").with("isBase64Encoded", sample().tree()).text(),
        sample().without("routeKey").with("stageVariables", sample().tree()).text(),
        sample().with("body", List.of(SECRET)).text(),
        sample().with("body", SECRET + "%").with("isBase64Encoded", true).text(),
        sample().with("queryStringParameters", SECRET).text(),
        sample().text().replaceFirst("\\{", "{\"body\":\"" + SECRET + "\",\"body\":\"\","),
        claimsAs(List.of(SECRET)),
        """
        {"resource": "/things", "path": "/things", "httpMethod": "POST", "headers": {},
         "requestContext": {"authorizer": {"claims": {"sub": "%s"}}}, "body": "%s"}
        """
            .formatted(SECRET, SECRET),
        """
        {"Records": [{"messageId": "1", "body": "%s", "eventSource": "aws:sqs"}]}
        """
            .formatted(SECRET),
        """
        {"Records": [{"eventID": "1", "eventSource": "aws:dynamodb",
          "dynamodb": {"Keys": {"pk": {"S": "%s"}}}}]}
        """
            .formatted(SECRET),
        """
        {"schedule": "%s", "scheduledTime": "2026-07-01T08:00:00Z"}
        """
            .formatted(SECRET));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void failsTheInvocationAndQuotesNothing(String event) {
    HttpFunction function = Functions.open(_ -> HttpResponse.noContent());

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Functions.call(function, event.getBytes(StandardCharsets.UTF_8)))
        .satisfies(failure -> assertThat(printed(failure)).doesNotContain(SECRET));
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static HttpApiEvent sample() {
    return HttpApiEvent.of("POST /things").body("{\"idNumber\":\"" + SECRET + "\"}");
  }

  private static String changed(String field, String value) {
    return sample().with(field, value).text();
  }

  private static String claimsAs(Object value) {
    HttpApiEvent event = sample().claim("sub", "a");
    ObjectNode jwt = event.tree().withObject("/requestContext/authorizer/jwt");
    jwt.putPOJO("claims", value);
    return event.text();
  }
}
