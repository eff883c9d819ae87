package org.jiuye.shared.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param headers by lower-case names
 * @param body written as JSON, or as it is where a text is sent as something else; empty for none
 */
public record HttpResponse(int status, Map<String, String> headers, Optional<Object> body) {
  /** 200 with a thing. */
  public static HttpResponse ok(Object body) {
    return new HttpResponse(200, Map.of(), Optional.of(body));
  }

  /** 201 with the thing that was made and where it is found. */
  public static HttpResponse created(String location, Object body) {
    return new HttpResponse(201, Map.of("location", location), Optional.of(body));
  }

  /** 204. */
  public static HttpResponse noContent() {
    return new HttpResponse(204, Map.of(), Optional.empty());
  }

  /** 200 with a page for people. */
  public static HttpResponse page(String html) {
    return new HttpResponse(
        200,
        Map.of(
            "content-type", "text/html; charset=utf-8",
            "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"),
        Optional.of(html));
  }

  /** The same with one more header. */
  public HttpResponse header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }
}
