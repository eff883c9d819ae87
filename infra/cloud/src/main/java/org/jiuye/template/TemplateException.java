package org.jiuye.template;

/** A template that cannot be run as it stands; the message names file, line and reason. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TemplateException(Position position, String reason) {
    super(position + ": " + reason);
  }

  /** The same with what it was found by. */
  TemplateException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }
}
