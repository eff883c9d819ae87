package org.jiuye.guest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps Spring Cloud Function from listing every jar that it looks into before Spring Boot has
 * configured the function's logging.
 */
final class EarlyLogging {

  private static final String CHATTERER = "org.springframework.cloud.function.utils";

  private EarlyLogging() {}

  /** Does so where the package logs by Logback. */
  static void quieten() {
    if (isPresent("ch.qos.logback.classic.LoggerContext")) {
      Logback.quieten();
    }
  }

  private static boolean isPresent(String className) {
    return EarlyLogging.class.getClassLoader().getResource(className.replace('.', '/') + ".class")
        != null;
  }

  /** Loaded only with Logback there. */
  private static final class Logback {
    static void quieten() {
      if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
        context.getLogger(CHATTERER).setLevel(Level.WARN);
      }
    }
  }
}
