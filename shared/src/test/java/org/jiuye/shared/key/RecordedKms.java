package org.jiuye.shared.key;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.JsonNode;

/** Binds data keys as KMS does, and "wraps" by giving the context back; keeps what it was asked. */
final class RecordedKms implements AutoCloseable {
  /** A failure that is answered in the place of an answer. */
  record Failure(int status, String body) {}

  /** A request as it came. */
  record Asked(String operation, JsonNode input, String contentType, String authorization) {}

  final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Failure> failures = new ArrayDeque<>();
  private final HttpServer server;

  private RecordedKms(HttpServer server) {
    this.server = server;
  }

  static RecordedKms start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    RecordedKms kms = new RecordedKms(server);
    server.createContext("/", kms::serve);
    server.start();
    return kms;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Fails the next request so, then the one after it. */
  void fail(Failure... next) {
    failures.addAll(List.of(next));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getRequestHeaders();
      JsonNode input = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      String operation = headers.getFirst("X-Amz-Target");
      asked.add(
          new Asked(
              operation,
              input,
              headers.getFirst("Content-Type"),
              headers.getFirst("Authorization")));
      Failure failure = failures.poll();
      if (failure == null) {
        answer(exchange, operation, input);
      } else {
        send(exchange, failure.status(), failure.body());
      }
    }
  }

  private static void answer(HttpExchange exchange, String operation, JsonNode input)
      throws IOException {
    String wrapped =
        base64(input.path("EncryptionContext").toString().getBytes(StandardCharsets.UTF_8));
    Map<String, String> key = Map.of("Plaintext", base64(new byte[KeyWrapper.DATA_KEY_BYTES]));
    if (operation.equals("TrentService.GenerateDataKey")) {
      send(
          exchange,
          200,
          Json.MAPPER.writeValueAsString(
              Map.of("Plaintext", key.get("Plaintext"), "CiphertextBlob", wrapped)));
    } else if (wrapped.equals(input.path("CiphertextBlob").stringValue(""))) {
      send(exchange, 200, Json.MAPPER.writeValueAsString(key));
    } else {
      send(exchange, 400, "{\"__type\":\"InvalidCiphertextException\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
