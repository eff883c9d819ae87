package org.jiuye.template;

import java.nio.file.Path;

/**
 * A place in a template.
 *
 * @param line counted from 1
 */
public record Position(Path file, int line) {

  /** Tells why what stands here cannot be accepted. */
  TemplateException refuse(String reason) {
    return new TemplateException(this, reason);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
