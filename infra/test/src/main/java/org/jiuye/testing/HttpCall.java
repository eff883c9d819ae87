package org.jiuye.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiuye.shared.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A call of an HTTP API's route, as the event that API Gateway makes of it (payload format 2.0).
 * Immutable: each addition gives a copy.
 */
public final class HttpCall {
  private final String routeKey;
  private final String path;
  private final Map<String, String> pathParameters;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final Map<String, String> claims;
  private final @Nullable String body;

  private HttpCall(
      String routeKey,
      String path,
      Map<String, String> pathParameters,
      Map<String, String> query,
      Map<String, String> headers,
      Map<String, String> claims,
      @Nullable String body) {
    this.routeKey = routeKey;
    this.path = path;
    this.pathParameters = pathParameters;
    this.query = query;
    this.headers = headers;
    this.claims = claims;
    this.body = body;
  }

  /**
   * A call.
   *
   * @param routeKey as the template has it, for example {@code GET /sites/{siteId}}
   * @param arguments what the path's parameters are, in their order
   */
  public static HttpCall of(String routeKey, String... arguments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> parts = new ArrayList<>();
    int next = 0;
    for (String part : routeKey.substring(routeKey.indexOf(' ') + 1).split("/", -1)) {
      if (part.startsWith("{")) {
        String value = arguments[next++];
        parameters.put(
            part.substring(1, part.length() - 1), URLDecoder.decode(value, StandardCharsets.UTF_8));
        parts.add(value);
      } else {
        parts.add(part);
      }
    }
    return new HttpCall(
        routeKey, String.join("/", parts), parameters, Map.of(), Map.of(), Map.of(), null);
  }

  /** The same with a query parameter. */
  public HttpCall query(String name, String value) {
    return new HttpCall(
        routeKey, path, pathParameters, with(query, name, value), headers, claims, body);
  }

  /** The same with a header, whose name arrives in small letters. */
  public HttpCall header(String name, String value) {
    return new HttpCall(
        routeKey,
        path,
        pathParameters,
        query,
        with(headers, name.toLowerCase(Locale.ROOT), value),
        claims,
        body);
  }

  /** The same by somebody who has signed in. */
  public HttpCall by(TestCaller caller) {
    return new HttpCall(routeKey, path, pathParameters, query, headers, caller.claims(), body);
  }

  /** The same with a text as body, sent as JSON whatever it is. */
  public HttpCall body(String text) {
    return new HttpCall(
        routeKey,
        path,
        pathParameters,
        query,
        with(headers, "content-type", "application/json"),
        claims,
        text);
  }

  /** The same with a JSON object as body. */
  public HttpCall json(Map<String, ?> fields) {
    return body(Json.MAPPER.writeValueAsString(fields));
  }

  /** The event's bytes. */
  public byte[] event() {
    String method = routeKey.substring(0, routeKey.indexOf(' '));
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "000000000000");
    context.put("apiId", "api");
    context.put("domainName", "127.0.0.1");
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", routeKey);
    context.put("stage", "$default");
    context.put("time", "01/Jul/2026:12:00:00 +0800");
    context.put("timeEpoch", 1782878400000L);
    context.put(
        "http",
        Map.of(
            "method", method,
            "path", path,
            "protocol", "HTTP/1.1",
            "sourceIp", "127.0.0.1",
            "userAgent", "test"));
    if (!claims.isEmpty()) {
      context.put("authorizer", Map.of("jwt", Map.of("claims", claims)));
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", routeKey);
    event.put("rawPath", path);
    event.put("rawQueryString", "");
    event.put("headers", headers);
    if (!query.isEmpty()) {
      event.put("queryStringParameters", query);
    }
    if (!pathParameters.isEmpty()) {
      event.put("pathParameters", pathParameters);
    }
    event.put("requestContext", context);
    if (body != null) {
      event.put("body", body);
    }
    event.put("isBase64Encoded", false);
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}
