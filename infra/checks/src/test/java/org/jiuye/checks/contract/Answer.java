package org.jiuye.checks.contract;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A real answer.
 *
 * @param headers by name, in whatever case
 * @param body empty where there is none
 */
public record Answer(int status, Map<String, String> headers, String body) {
  public Answer {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = byName;
  }

  /** What an HTTP client got. */
  public static Answer of(HttpResponse<String> response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return new Answer(response.statusCode(), headers, response.body());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The media type without its parameters; empty where none is named. */
  String mediaType() {
    return header("content-type").map(type -> type.split(";", 2)[0].strip()).orElse("");
  }
}
