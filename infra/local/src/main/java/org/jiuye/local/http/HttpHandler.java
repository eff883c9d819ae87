package org.jiuye.local.http;

import java.util.Optional;

/** Answers requests. Each call comes on a thread of its own that may wait. */
public interface HttpHandler {

  /** The answer, or empty when the request is not this handler's, and the next one is asked. */
  Optional<HttpAnswer> handle(HttpCall call);
}
