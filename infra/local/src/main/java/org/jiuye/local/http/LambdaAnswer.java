package org.jiuye.local.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a function's answer as HTTP APIs do: whole with a status code, or just a body. */
final class LambdaAnswer {

  /** What the server says itself about the connection. */
  private static final Set<String> SERVERS_OWN =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade");

  private static final JsonMapper JSON = new JsonMapper();

  private LambdaAnswer() {}

  /** The HTTP answer, empty when the function's answer makes none. */
  static Optional<HttpAnswer> read(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      return Optional.of(
          answer.isObject() && answer.has("statusCode") ? whole(answer) : bodyOnly(answer));
    } catch (JacksonException | IllegalArgumentException malformed) {
      System.getLogger(LambdaAnswer.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "A function's answer is no HTTP answer: " + malformed.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static HttpAnswer bodyOnly(JsonNode answer) {
    String body = answer.isString() ? answer.stringValue() : JSON.writeValueAsString(answer);
    return HttpAnswer.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpAnswer whole(JsonNode answer) {
    List<HttpHeader> headers = new ArrayList<>();
    answer.path("headers").properties().stream()
        .filter(header -> !header.getValue().isNull())
        .map(header -> header(header.getKey().toLowerCase(Locale.ROOT), scalar(header.getValue())))
        .filter(header -> !SERVERS_OWN.contains(header.name()))
        .forEach(headers::add);
    for (JsonNode cookie : answer.path("cookies")) {
      headers.add(header("set-cookie", scalar(cookie)));
    }
    if (headers.stream().noneMatch(header -> header.name().equals("content-type"))) {
      headers.add(new HttpHeader("content-type", "text/plain;charset=UTF-8"));
    }
    return new HttpAnswer(status(answer.path("statusCode")), headers, body(answer));
  }

  private static int status(JsonNode statusCode) {
    int status =
        statusCode.isString() ? Integer.parseInt(statusCode.stringValue()) : statusCode.intValue();
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("Not a status code");
    }
    return status;
  }

  private static HttpHeader header(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9a-z-]+") || !value.matches("[^\\p{Cntrl}]*")) {
      throw new IllegalArgumentException("Not a header");
    }
    return new HttpHeader(name, value);
  }

  private static String scalar(JsonNode value) {
    if (!value.isValueNode()) {
      throw new IllegalArgumentException("Not a header's value");
    }
    return value.asString();
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (!body.isString()) {
      throw new IllegalArgumentException("Not a body");
    }
    return answer.path("isBase64Encoded").asBoolean(false)
        ? Base64.getDecoder().decode(body.stringValue())
        : body.stringValue().getBytes(StandardCharsets.UTF_8);
  }
}
