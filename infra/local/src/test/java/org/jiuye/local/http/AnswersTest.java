package org.jiuye.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jiuye.local.lambda.Invocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  private Invocation next = RunningApi.answer("{}");
  private final RunningApi api =
      RunningApi.api().function(event -> next).unpermittedRoutes("GET /unpermitted").start();

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> answered(String json) {
    next = RunningApi.answer(json);
    return api.get("/open");
  }

  private static void assertMessage(HttpResponse<String> response, int status, String message) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
  }

  @Test
  void aFunctionThatTheApiMayNotInvokeIsNotInvoked() {
    assertMessage(api.get("/unpermitted"), 500, "Internal Server Error");
    assertThat(api.events).isEmpty();
  }

  @Test
  void aWholeAnswerIsHandedOn() {
    var response =
        answered(
            """
            {"statusCode": 201, "headers": {"Location": "/x", "Content-Type": "application/json",
             "x-count": 3, "x-none": null, "content-length": "999"},
             "cookies": ["a=1; Path=/", "b=2"], "body": "{\\"名\\":1}"}
            """);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("{\"名\":1}");
    assertThat(response.headers().firstValue("location")).hasValue("/x");
    assertThat(response.headers().firstValue("x-count")).hasValue("3");
    assertThat(response.headers().firstValue("x-none")).isEmpty();
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1; Path=/", "b=2");
    assertThat(response.headers().allValues("content-type")).containsExactly("application/json");
  }

  @Test
  void aBase64BodyIsDecoded() {
    var response =
        answered("{\"statusCode\": 200, \"body\": \"aGVsbG8=\", \"isBase64Encoded\": true}");

    assertThat(response.body()).isEqualTo("hello");
  }

  @Test
  void aBodyWithoutTypeIsPlainText() {
    var response = answered("{\"statusCode\": \"200\", \"body\": \"hello\"}");

    assertThat(response.headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
  }

  @Test
  void anAnswerWithoutStatusCodeIsTheBody() {
    var object = answered("{\"hello\": \"world\"}");
    var text = answered("\"hello\"");

    assertThat(object.statusCode()).isEqualTo(200);
    assertThat(object.body()).isEqualTo("{\"hello\":\"world\"}");
    assertThat(object.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(text.body()).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "{\"statusCode\": 99}",
        "{\"statusCode\": 1000}",
        "{\"statusCode\": \"fine\"}",
        "{\"statusCode\": {}}",
        "{\"statusCode\": 200, \"body\": {}}",
        "{\"statusCode\": 200, \"headers\": {\"a\": [1]}}",
        "{\"statusCode\": 200, \"headers\": {\"a b\": \"1\"}}",
        "{\"statusCode\": 200, \"headers\": {\"a\": \"1\\r\\nset-cookie: x=1\"}}",
        "{\"statusCode\": 200, \"body\": \"?\", \"isBase64Encoded\": true}",
      })
  void anAnswerThatIsNoneIsAnInternalServerError(String json) {
    assertMessage(answered(json), 500, "Internal Server Error");
  }

  @Test
  void aFunctionThatFailsOrRunsOutOfTimeIsAnInternalServerError() {
    next = new Invocation.Failed("java.lang.IllegalStateException", "secret");
    assertMessage(api.get("/open"), 500, "Internal Server Error");
    next = new Invocation.TimedOut();
    assertMessage(api.get("/open"), 500, "Internal Server Error");
  }

  @Test
  void aFunctionThatIsThrottledIsUnavailable() {
    next = new Invocation.Throttled();

    assertMessage(api.get("/open"), 503, "Service Unavailable");
  }

  @Test
  void anInvocationThatThrowsIsAnInternalServerError() {
    try (RunningApi broken =
        RunningApi.api()
            .function(
                event -> {
                  throw new IllegalStateException("broken");
                })
            .start()) {
      assertMessage(broken.get("/open"), 500, "Internal Server Error");
    }
  }

  @Test
  void anAnswerBeyondLambdasLimitIsAnInternalServerError() {
    assertMessage(
        answered("{\"statusCode\": 200, \"body\": \"" + "x".repeat(6 * 1024 * 1024) + "\"}"),
        500,
        "Internal Server Error");
  }
}
