package org.jiuye.local.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiuye.template.HttpApi;

/** The API's CORS configuration: the gateway answers preflights and marks every answer itself. */
final class CorsRules {

  private static final String PREFIX = "access-control-";

  private final HttpApi.Cors cors;

  CorsRules(HttpApi.Cors cors) {
    this.cors = cors;
  }

  static boolean isPreflight(HttpCall call) {
    return call.method().equals("OPTIONS")
        && call.header("origin").isPresent()
        && call.header(PREFIX + "request-method").isPresent();
  }

  /** The answer to a preflight; without CORS headers for an origin that may not call. */
  HttpAnswer preflight(HttpCall call) {
    List<HttpHeader> headers = new ArrayList<>();
    allowedOrigin(call)
        .ifPresent(
            origin -> {
              addOrigin(headers, origin);
              addList(headers, "allow-methods", cors.allowMethods());
              addList(headers, "allow-headers", cors.allowHeaders());
              headers.add(
                  new HttpHeader(PREFIX + "max-age", Long.toString(cors.maxAge().toSeconds())));
            });
    return new HttpAnswer(204, headers, new byte[0]);
  }

  /** An answer with the API's CORS headers; those that the function set do not count. */
  HttpAnswer mark(HttpCall call, HttpAnswer answer) {
    List<HttpHeader> headers = new ArrayList<>();
    answer.headers().stream()
        .filter(header -> !header.name().startsWith(PREFIX))
        .forEach(headers::add);
    allowedOrigin(call)
        .ifPresent(
            origin -> {
              addOrigin(headers, origin);
              addList(headers, "expose-headers", cors.exposeHeaders());
            });
    return new HttpAnswer(answer.status(), headers, answer.body());
  }

  private void addOrigin(List<HttpHeader> headers, String origin) {
    headers.add(new HttpHeader(PREFIX + "allow-origin", origin));
    if (cors.allowCredentials()) {
      headers.add(new HttpHeader(PREFIX + "allow-credentials", "true"));
    }
  }

  private static void addList(List<HttpHeader> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.add(new HttpHeader(PREFIX + name, String.join(",", values)));
    }
  }

  /** What the caller's origin is answered, empty when it may not call. */
  private Optional<String> allowedOrigin(HttpCall call) {
    return call.header("origin")
        .flatMap(
            origin -> {
              if (cors.allowOrigins().contains("*")) {
                return Optional.of("*");
              }
              return cors.allowOrigins().stream()
                  .filter(allowed -> allows(allowed, origin))
                  .findFirst()
                  .map(allowed -> origin);
            });
  }

  /** A star may stand for the host only: {@code https://*}. */
  private static boolean allows(String allowed, String origin) {
    return allowed.endsWith("://*")
        ? origin.startsWith(allowed.substring(0, allowed.length() - 1))
        : allowed.equalsIgnoreCase(origin);
  }
}
