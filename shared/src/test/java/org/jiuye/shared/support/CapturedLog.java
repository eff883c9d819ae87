package org.jiuye.shared.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, at any level, by anybody. */
public final class CapturedLog implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

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
    return List.copyOf(appender.list).stream()
        .map(CapturedLog::text)
        .collect(Collectors.joining("\n"));
  }

  /** The levels of what was logged. */
  public List<Level> levels() {
    return List.copyOf(appender.list).stream().map(ILoggingEvent::getLevel).toList();
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
