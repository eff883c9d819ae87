package org.jiuye.emulators.gateway;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A reply that never arrives: what is written to it is dropped. */
final class LostReply extends Response.Wrapper {

  LostReply(Request request, Response response) {
    super(request, response);
  }

  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    callback.succeeded();
  }

  /** Answers an error in place of what was dropped. */
  static Callback thenFail(Response response, Callback callback) {
    return Callback.from(
        () -> {
          response.reset();
          AwsReply.internalError().send(response, callback);
        },
        callback::failed);
  }
}
