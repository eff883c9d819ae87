package org.jiuye.shared.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuye.shared.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads events of an HTTP API, payload format 2.0, and writes the answers that it takes. */
final class HttpEvents {
  private HttpEvents() {}

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException where it is not one; the message quotes nothing of it
   */
  static HttpRequest read(byte[] event) {
    try {
      return read(Json.MAPPER.readTree(event));
    } catch (JacksonException malformed) {
      // Without its cause, whose message quotes what it met and would be logged by Lambda.
      throw new IllegalArgumentException("Not JSON");
    }
  }

  private static HttpRequest read(JsonNode event) {
    if (!"2.0".equals(text(event, "version"))) {
      throw new IllegalArgumentException("Not an HTTP API event of payload format 2.0");
    }
    JsonNode context = event.path("requestContext");
    return new HttpRequest(
        text(context, "requestId"),
        text(event, "routeKey"),
        text(event, "rawPath"),
        texts(event.path("pathParameters")),
        texts(event.path("queryStringParameters")),
        texts(event.path("headers")),
        body(event),
        texts(context.path("authorizer").path("jwt").path("claims")));
  }

  private static String body(JsonNode event) {
    JsonNode body = event.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return "";
    }
    String text = text(event, "body");
    return event.path("isBase64Encoded").asBoolean(false)
        ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
        : text;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isString()) {
      throw new IllegalArgumentException("An HTTP API event without the text " + field);
    }
    return value.stringValue();
  }

  private static Map<String, String> texts(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("An HTTP API event with a list in the place of a map");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : node.propertyNames()) {
      texts.put(name, text(node, name));
    }
    return Map.copyOf(texts);
  }

  private static String text(Object body, Map<String, String> headers) {
    boolean isJson = headers.getOrDefault("content-type", "").contains("json");
    return body instanceof String text && !isJson ? text : Json.MAPPER.writeValueAsString(body);
  }

  /** The answer in the form that API Gateway takes. */
  static byte[] write(HttpResponse response) {
    Map<String, Object> answer = new LinkedHashMap<>();
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    answer.put("statusCode", response.status());
    response
        .body()
        .ifPresent(
            body -> {
              headers.putIfAbsent("content-type", "application/json; charset=utf-8");
              answer.put("body", text(body, headers));
            });
    headers.putIfAbsent("cache-control", "no-store");
    headers.putIfAbsent("x-content-type-options", "nosniff");
    answer.put("headers", headers);
    answer.put("isBase64Encoded", false);
    return Json.MAPPER.writeValueAsBytes(answer);
  }
}
