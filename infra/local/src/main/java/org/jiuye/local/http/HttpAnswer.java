package org.jiuye.local.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to an {@link HttpCall}.
 *
 * @param headers without the length, which the server adds
 * @param body handed on as it is, never compared
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpAnswer(int status, List<HttpHeader> headers, byte[] body) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Keeps its own copy of the headers. */
  public HttpAnswer {
    headers = List.copyOf(headers);
  }

  /** An answer with a body of this media type. */
  public static HttpAnswer of(int status, String contentType, byte[] body) {
    return new HttpAnswer(status, List.of(new HttpHeader("content-type", contentType)), body);
  }

  /** A JSON answer. */
  public static HttpAnswer json(int status, JsonNode body) {
    return of(status, "application/json", JSON.writeValueAsBytes(body));
  }

  /** What API Gateway itself answers: {@code {"message": …}}. */
  public static HttpAnswer message(int status, String message) {
    return json(status, JSON.createObjectNode().put("message", message));
  }

  /** This answer with one more header. */
  public HttpAnswer with(String name, String value) {
    List<HttpHeader> more = new ArrayList<>(headers);
    more.add(new HttpHeader(name, value));
    return new HttpAnswer(status, more, body);
  }
}
