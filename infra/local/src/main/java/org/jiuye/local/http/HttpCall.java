package org.jiuye.local.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An HTTP request, as it came.
 *
 * @param rawPath the path as sent, percent-encoded
 * @param rawQuery the query as sent, without the question mark; empty where there is none
 * @param headers in the order of sending, names in lower case
 * @param body the whole body; handed on as it is, never compared
 * @param sourceIp who called
 * @param protocol for example {@code HTTP/1.1}
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpCall(
    String method,
    String rawPath,
    String rawQuery,
    List<HttpHeader> headers,
    byte[] body,
    String sourceIp,
    String protocol) {

  /** A header's values joined with commas, empty when it was not sent. */
  public Optional<String> header(String name) {
    List<String> values =
        headers.stream()
            .filter(header -> header.name().equals(name))
            .map(HttpHeader::value)
            .toList();
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().collect(Collectors.joining(",")));
  }

  /** Whether this is a GET or a HEAD of something. */
  public boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
