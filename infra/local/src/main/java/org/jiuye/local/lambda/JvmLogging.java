package org.jiuye.local.lambda;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps the JDK's logging, which all share, with the local cloud: a Spring Boot application takes
 * it over when it finds nothing there but one console handler.
 */
final class JvmLogging {

  private static final Handler SILENT =
      new Handler() {
        @Override
        public void publish(LogRecord record) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private JvmLogging() {}

  /** Makes it look used. */
  static synchronized void keep() {
    Logger root = Logger.getLogger("");
    root.removeHandler(SILENT);
    root.addHandler(SILENT);
  }
}
