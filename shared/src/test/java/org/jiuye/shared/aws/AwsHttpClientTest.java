package org.jiuye.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class AwsHttpClientTest {
  private static final String BODY = "{\"名\":\"x\"}";
  private static final int LENGTH = BODY.getBytes(StandardCharsets.UTF_8).length;

  /** What came: the remote port, the length that was told, and the body. */
  private record Came(int port, String length, String body) {}

  private final List<Came> came = Collections.synchronizedList(new ArrayList<>());
  private final AtomicBoolean hangsUp = new AtomicBoolean();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
  private final SdkHttpClient client = AwsHttpClient.create(Duration.ofSeconds(10));

  AwsHttpClientTest() throws IOException {
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void requestsArriveWholeWithTheirLengthOverOneConnection() throws IOException {
    assertThat(post()).isEqualTo(200);
    assertThat(post()).isEqualTo(200);

    Came first = came.getFirst();
    assertThat(first).isEqualTo(new Came(first.port(), Integer.toString(LENGTH), BODY));
    assertThat(came).containsExactly(first, first);
  }

  @Test
  void aPostWhoseAnswerIsLostIsNotSentAgain() throws IOException {
    post();
    hangsUp.set(true);

    assertThatIOException().isThrownBy(this::post);

    assertThat(came).hasSize(2);
    hangsUp.set(false);
    assertThat(post()).isEqualTo(200);
  }

  private int post() throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
            .putHeader("Content-Type", "application/x-amz-json-1.0")
            .putHeader("Content-Length", Integer.toString(LENGTH))
            .build();
    HttpExecuteResponse response =
        client
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(request)
                    .contentStreamProvider(ContentStreamProvider.fromUtf8String(BODY))
                    .build())
            .call();
    try (InputStream body = response.responseBody().orElseThrow()) {
      assertThat(body.readAllBytes()).hasSize(2);
    }
    return response.httpResponse().statusCode();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      came.add(
          new Came(
              exchange.getRemoteAddress().getPort(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Length")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      if (!hangsUp.get()) {
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
