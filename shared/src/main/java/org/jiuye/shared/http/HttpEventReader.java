package org.jiuye.shared.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one event as it comes, keeping what a request has and passing over the rest: every
 * invocation begins with it. Its complaints quote nothing of the event.
 */
final class HttpEventReader {
  private final JsonParser event;

  private @Nullable String version;
  private @Nullable String requestId;
  private @Nullable String routeKey;
  private @Nullable String rawPath;
  private @Nullable String body;
  private boolean isBase64Encoded;
  private Map<String, String> pathParameters = Map.of();
  private Map<String, String> queryParameters = Map.of();
  private Map<String, String> headers = Map.of();
  private Map<String, String> claims = Map.of();

  HttpEventReader(JsonParser event) {
    this.event = event;
  }

  /**
   * Reads the event, which must be all that there is.
   *
   * @throws IllegalArgumentException where it is no event of an HTTP API
   * @throws tools.jackson.core.JacksonException where it is not JSON
   */
  HttpRequest read() {
    if (event.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("Not an event");
    }
    eachField(this::field);
    if (event.nextToken() != null) {
      throw new IllegalArgumentException("More than one event");
    }
    if (!"2.0".equals(version)) {
      throw new IllegalArgumentException("Not an HTTP API event of payload format 2.0");
    }
    return new HttpRequest(
        required("requestId", requestId),
        required("routeKey", routeKey),
        required("rawPath", rawPath),
        pathParameters,
        queryParameters,
        headers,
        decoded(),
        claims);
  }

  private void field(String name) {
    switch (name) {
      case "version" -> version = text(name);
      case "routeKey" -> routeKey = text(name);
      case "rawPath" -> rawPath = text(name);
      case "pathParameters" -> pathParameters = texts();
      case "queryStringParameters" -> queryParameters = texts();
      case "headers" -> headers = texts();
      case "requestContext" -> within(this::contextField);
      case "body" -> body = event.currentToken() == JsonToken.VALUE_NULL ? null : text(name);
      case "isBase64Encoded" -> isBase64Encoded = flag();
      default -> event.skipChildren();
    }
  }

  private void contextField(String name) {
    switch (name) {
      case "requestId" -> requestId = text(name);
      case "authorizer" -> within(this::authorizerField);
      default -> event.skipChildren();
    }
  }

  private void authorizerField(String name) {
    if (name.equals("jwt")) {
      within(this::tokenField);
    } else {
      event.skipChildren();
    }
  }

  private void tokenField(String name) {
    if (name.equals("claims")) {
      claims = texts();
    } else {
      event.skipChildren();
    }
  }

  /** Has each field's value read, which the reader must leave behind. */
  private void eachField(Consumer<String> reader) {
    for (String name = event.nextName(); name != null; name = event.nextName()) {
      event.nextToken();
      reader.accept(name);
    }
  }

  /** The fields of an object; what is none has none. */
  private void within(Consumer<String> reader) {
    if (event.currentToken() == JsonToken.START_OBJECT) {
      eachField(reader);
    } else {
      event.skipChildren();
    }
  }

  private Map<String, String> texts() {
    if (event.currentToken() == JsonToken.VALUE_NULL) {
      return Map.of();
    }
    if (event.currentToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("An HTTP API event with a list in the place of a map");
    }
    Map<String, String> texts = new HashMap<>();
    eachField(name -> texts.put(name, text(name)));
    return Map.copyOf(texts);
  }

  private boolean flag() {
    boolean flag = event.currentToken() == JsonToken.VALUE_TRUE;
    event.skipChildren();
    return flag;
  }

  private String text(String name) {
    return required(
        name, event.currentToken() == JsonToken.VALUE_STRING ? event.getString() : null);
  }

  private static String required(String name, @Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("An HTTP API event without the text " + name);
    }
    return text;
  }

  private String decoded() {
    if (body == null) {
      return "";
    }
    return isBase64Encoded
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }
}
