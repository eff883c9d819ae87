package org.jiuye.emulators.gateway;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body was read already and can be read again. */
final class BufferedRequest extends Request.Wrapper {

  private final ByteBuffer body;
  private boolean isRead;

  BufferedRequest(Request request, ByteBuffer body) {
    super(request);
    this.body = body.slice();
  }

  @Override
  public Content.@Nullable Chunk read() {
    if (isRead) {
      return Content.Chunk.EOF;
    }
    isRead = true;
    return Content.Chunk.from(body, true);
  }

  @Override
  public void demand(Runnable demandCallback) {
    getContext().execute(demandCallback);
  }

  @Override
  public long getLength() {
    return body.limit();
  }
}
