package org.jiuye.shared.http;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuye.shared.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Reads events of an HTTP API, payload format 2.0, and writes the answers that it takes. */
final class HttpEvents {
  private HttpEvents() {}

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException where it is not one; the message quotes nothing of it
   */
  static HttpRequest read(byte[] event) {
    try (JsonParser parser = Json.MAPPER.createParser(event)) {
      return new HttpEventReader(parser).read();
    } catch (JacksonException malformed) {
      // Without its cause, whose message quotes what it met and would be logged by Lambda.
      throw new IllegalArgumentException("Not JSON");
    }
  }

  /** The answer in the form that API Gateway takes. */
  static byte[] write(HttpResponse response) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator answer = Json.MAPPER.createGenerator(bytes)) {
      answer.writeStartObject();
      answer.writeNumberProperty("statusCode", response.status());
      Map<String, String> headers = new LinkedHashMap<>(response.headers());
      response
          .body()
          .ifPresent(
              body -> {
                headers.putIfAbsent("content-type", "application/json; charset=utf-8");
                answer.writeStringProperty("body", text(body, headers));
              });
      headers.putIfAbsent("cache-control", "no-store");
      headers.putIfAbsent("x-content-type-options", "nosniff");
      answer.writeObjectPropertyStart("headers");
      headers.forEach(answer::writeStringProperty);
      answer.writeEndObject();
      answer.writeBooleanProperty("isBase64Encoded", false);
      answer.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static String text(Object body, Map<String, String> headers) {
    boolean isJson = headers.getOrDefault("content-type", "").contains("json");
    return body instanceof String text && !isJson ? text : Json.MAPPER.writeValueAsString(body);
  }
}
