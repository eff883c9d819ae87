package org.jiuye.shared.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** An event of an HTTP API as AWS sends it, payload format 2.0, changed as a test needs it. */
final class HttpApiEvent {
  private final ObjectNode event = sample();

  private HttpApiEvent(String routeKey) {
    event.put("routeKey", routeKey);
    event.put("rawPath", routeKey.substring(routeKey.indexOf(' ') + 1));
    context().put("routeKey", routeKey);
  }

  static HttpApiEvent of(String routeKey) {
    return new HttpApiEvent(routeKey);
  }

  HttpApiEvent header(String name, String value) {
    event.withObject("headers").put(name, value);
    return this;
  }

  HttpApiEvent without(String field) {
    event.remove(field);
    return this;
  }

  HttpApiEvent with(String field, Object value) {
    event.set(field, Json.MAPPER.valueToTree(value));
    return this;
  }

  HttpApiEvent query(String name, String value) {
    event.withObject("queryStringParameters").put(name, value);
    return this;
  }

  HttpApiEvent pathParameter(String name, String value) {
    event.withObject("pathParameters").put(name, value);
    return this;
  }

  HttpApiEvent body(String body) {
    event.put("body", body);
    return this;
  }

  HttpApiEvent path(String path) {
    event.put("rawPath", path);
    return this;
  }

  HttpApiEvent claim(String name, String value) {
    context().withObject("authorizer").withObject("jwt").withObject("claims").put(name, value);
    return this;
  }

  HttpApiEvent caller(String sub, String role) {
    return claim("sub", sub).claim("role", role);
  }

  HttpRequest request() {
    return HttpEvents.read(bytes());
  }

  ObjectNode tree() {
    return event;
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  String text() {
    return Json.MAPPER.writeValueAsString(event);
  }

  private ObjectNode context() {
    return event.withObject("requestContext");
  }

  private static ObjectNode sample() {
    try (InputStream file = HttpApiEvent.class.getResourceAsStream("http-api-event.json")) {
      return (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
