package org.jiuye.local.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a request as the event that a function gets: payload format 2.0. */
final class EventWriter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Every other type is binary to HTTP APIs, a form and a missing type included. */
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/xml", "application/javascript");

  /** About the connection to the gateway, or told otherwise: functions do not get these. */
  private static final Set<String> NOT_HANDED_ON =
      Set.of(
          "connection",
          "cookie",
          "expect",
          "http2-settings",
          "keep-alive",
          "te",
          "transfer-encoding",
          "upgrade");

  private static final JsonMapper JSON = new JsonMapper();

  private final String accountId;
  private final String apiId;

  EventWriter(String accountId, String apiId) {
    this.accountId = accountId;
    this.apiId = apiId;
  }

  /**
   * The event's JSON.
   *
   * @param claims the token's claims as strings, empty on a public route
   * @param now when the request came, real time
   * @throws MalformedUrlException when path or query cannot be decoded
   */
  byte[] write(
      HttpCall call,
      RouteTable.Match match,
      Optional<Map<String, String>> claims,
      String requestId,
      Instant now) {
    String routeKey = match.target().pattern().routeKey();
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", routeKey);
    event.put("rawPath", PercentCoding.path(call.rawPath()));
    event.put("rawQueryString", call.rawQuery());
    call.header("cookie")
        .ifPresent(cookies -> event.set("cookies", JSON.valueToTree(split(cookies))));
    event.set("headers", JSON.valueToTree(headers(call, requestId, now)));
    Map<String, String> query = query(call.rawQuery());
    if (!query.isEmpty()) {
      event.set("queryStringParameters", JSON.valueToTree(query));
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", accountId);
    context.put("apiId", apiId);
    claims.ifPresent(
        texts -> {
          ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
          jwt.set("claims", JSON.valueToTree(texts));
          jwt.putNull("scopes");
        });
    String host = host(call);
    context.put("domainName", host);
    context.put("domainPrefix", host.split("\\.", 2)[0]);
    ObjectNode http = context.putObject("http");
    http.put("method", call.method());
    http.put("path", PercentCoding.path(call.rawPath()));
    http.put("protocol", call.protocol());
    http.put("sourceIp", call.sourceIp());
    http.put("userAgent", call.header("user-agent").orElse(""));
    context.put("requestId", requestId);
    context.put("routeKey", routeKey);
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    if (!match.pathParameters().isEmpty()) {
      event.set("pathParameters", JSON.valueToTree(match.pathParameters()));
    }
    putBody(event, call);
    return JSON.writeValueAsBytes(event);
  }

  private static void putBody(ObjectNode event, HttpCall call) {
    if (call.body().length == 0) {
      event.put("isBase64Encoded", false);
      return;
    }
    Optional<String> text = isText(call) ? utf8(call.body()) : Optional.empty();
    event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(call.body())));
    event.put("isBase64Encoded", text.isEmpty());
  }

  private static boolean isText(HttpCall call) {
    String type =
        call.header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }

  private static List<String> split(String cookies) {
    return Arrays.stream(cookies.split("[;,]"))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  /** The request's headers with those that the gateway adds. */
  private static Map<String, String> headers(HttpCall call, String requestId, Instant now) {
    Map<String, String> headers = new TreeMap<>();
    call.headers().stream()
        .filter(header -> !NOT_HANDED_ON.contains(header.name()))
        .forEach(header -> headers.merge(header.name(), header.value(), EventWriter::join));
    headers.put("content-length", Integer.toString(call.body().length));
    headers.merge("x-forwarded-for", call.sourceIp(), (before, caller) -> before + ", " + caller);
    headers.put("x-forwarded-port", port(call));
    headers.put("x-forwarded-proto", "http");
    headers.putIfAbsent("x-amzn-trace-id", traceId(requestId, now));
    return headers;
  }

  private static String traceId(String requestId, Instant now) {
    byte[] random = Base64.getDecoder().decode(requestId);
    StringBuilder hexadecimal = new StringBuilder();
    for (byte octet : random) {
      hexadecimal.append("%02x".formatted(octet));
    }
    return "Root=1-%08x-%24s".formatted(now.getEpochSecond(), hexadecimal).replace(' ', '0');
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? PercentCoding.query(parts[1]) : "";
        parameters.merge(PercentCoding.query(parts[0]), value, EventWriter::join);
      }
    }
    return parameters;
  }

  private static String join(String before, String value) {
    return before + "," + value;
  }

  private static String host(HttpCall call) {
    return call.header("host").orElse("localhost").replaceFirst(":\\d+$", "");
  }

  private static String port(HttpCall call) {
    String host = call.header("host").orElse("");
    return host.matches(".*:\\d+") ? host.substring(host.lastIndexOf(':') + 1) : "80";
  }
}
