package org.jiuye.emulators.gateway;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Hands requests on to a service. */
public final class Forwarder implements AutoCloseable {

  /** Longer than the longest poll (20 seconds). */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> REQUEST_HEADERS =
      List.of("Content-Type", "X-Amz-Target", "X-Amzn-Query-Mode", "Authorization", "X-Amz-Date");
  private static final List<String> REPLY_HEADERS =
      List.of("Content-Type", "x-amzn-RequestId", "x-amzn-query-error");

  private final CompletableFuture<URI> service;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Forwarder(CompletableFuture<URI> service) {
    this.service = service;
  }

  public void forward(Request request, ByteBuffer body, Response response, Callback callback)
      throws IOException {
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(service.join().resolve(Request.getPathInContext(request)))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(BufferUtil.toArray(body)));
    REQUEST_HEADERS.forEach(
        name ->
            Optional.ofNullable(request.getHeaders().get(name))
                .ifPresent(value -> onward.header(name, value)));
    HttpResponse<byte[]> reply;
    try {
      reply = client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("The gateway is closing").initCause(e);
    }
    response.setStatus(reply.statusCode());
    REPLY_HEADERS.forEach(
        name ->
            reply
                .headers()
                .firstValue(name)
                .ifPresent(value -> response.getHeaders().put(name, value)));
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
