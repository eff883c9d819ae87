package org.jiuye.local.http;

import org.jspecify.annotations.Nullable;

/** A path or query that nobody can read. */
final class MalformedUrlException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MalformedUrlException(@Nullable Throwable cause) {
    super("The path or query is not percent-encoded UTF-8", cause);
  }
}
