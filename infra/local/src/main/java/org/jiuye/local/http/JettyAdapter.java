package org.jiuye.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands requests from Jetty to the handlers, and their answers back. */
final class JettyAdapter extends Handler.Abstract {

  /** What API Gateway takes at most. */
  private static final int BODY_BYTES = 10 * 1024 * 1024;

  /** How much of a body that is too long is read away, so that its sender gets to see the 413. */
  private static final long DRAINED_BYTES = 4L * BODY_BYTES;

  private static final System.Logger LOG = System.getLogger(JettyAdapter.class.getName());

  private final List<HttpHandler> handlers;

  JettyAdapter(List<HttpHandler> handlers) {
    this.handlers = handlers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    HttpAnswer answer =
        body(request)
            .map(body -> answer(call(request, body)))
            .orElseGet(() -> HttpAnswer.message(413, "Request Entity Too Large"));
    response.setStatus(answer.status());
    HttpFields.Mutable fields = response.getHeaders();
    answer.headers().forEach(header -> fields.add(header.name(), header.value()));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private HttpAnswer answer(HttpCall call) {
    try {
      for (HttpHandler handler : handlers) {
        Optional<HttpAnswer> answer = handler.handle(call);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      return HttpAnswer.message(404, "Not Found");
    } catch (RuntimeException problem) {
      LOG.log(System.Logger.Level.ERROR, "A request could not be served", problem);
      return HttpAnswer.message(500, "Internal Server Error");
    }
  }

  /** The whole body, or empty when it is too long. */
  private static Optional<byte[]> body(Request request) throws IOException {
    InputStream content = Request.asInputStream(request);
    byte[] body = content.readNBytes(BODY_BYTES + 1);
    if (body.length <= BODY_BYTES) {
      return Optional.of(body);
    }
    byte[] rest = new byte[64 * 1024];
    long drained = 0;
    for (int read = 0; read >= 0 && drained < DRAINED_BYTES; drained += read) {
      read = content.read(rest);
    }
    return Optional.empty();
  }

  private static HttpCall call(Request request, byte[] body) {
    List<HttpHeader> headers =
        request.getHeaders().stream()
            .map(
                field ->
                    new HttpHeader(
                        field.getName().toLowerCase(Locale.ROOT),
                        Objects.requireNonNullElse(field.getValue(), "")))
            .toList();
    return new HttpCall(
        request.getMethod(),
        Objects.requireNonNullElse(request.getHttpURI().getPath(), ""),
        Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
        headers,
        body,
        Request.getRemoteAddr(request),
        request.getConnectionMetaData().getProtocol());
  }
}
