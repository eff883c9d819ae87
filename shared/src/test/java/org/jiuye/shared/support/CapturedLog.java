package org.jiuye.shared.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, at any level, by anybody on the thread that opened
 * it: functions run on one thread, and what emulators do on others is not theirs.
 */
public final class CapturedLog implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final String thread = Thread.currentThread().getName();

  private CapturedLog() {
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
  }

  /** Begins to listen. */
  public static CapturedLog open() {
    return new CapturedLog();
  }

  /** What was logged, stack traces included. */
  public String text() {
    return events().map(CapturedLog::text).collect(Collectors.joining("\n"));
  }

  /** The levels of what was logged. */
  public List<Level> levels() {
    return events().map(ILoggingEvent::getLevel).toList();
  }

  private Stream<ILoggingEvent> events() {
    return List.copyOf(appender.list).stream()
        .filter(event -> event.getThreadName().equals(thread));
  }

  private static String text(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getLevel() + " " + event.getFormattedMessage() + trace;
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    appender.stop();
  }
}
