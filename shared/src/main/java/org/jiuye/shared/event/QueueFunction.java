package org.jiuye.shared.event;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.invocation.InvocationFunction;
import org.jiuye.shared.invocation.SafeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes a queue of events. Each message stands alone: those that fail are named in the answer
 * and come again, at last to the dead-letter queue; the others are done.
 */
public final class QueueFunction extends InvocationFunction {
  private static final Logger LOG = LoggerFactory.getLogger(QueueFunction.class);

  private final EventHandler handler;

  public QueueFunction(EventHandler handler) {
    this.handler = handler;
  }

  @Override
  protected byte[] invoke(byte[] event) {
    List<String> failed = new ArrayList<>();
    for (QueueMessages.QueueMessage message : QueueMessages.read(event)) {
      if (Deadline.remaining().isZero() || !handled(message)) {
        failed.add(message.messageId());
      }
    }
    return BatchResponse.failed(failed);
  }

  private boolean handled(QueueMessages.QueueMessage message) {
    try {
      handler.handle(Event.read(message.body()));
      return true;
    } catch (RuntimeException failure) {
      LOG.error(
          "Message {} failed and will come again: {}",
          message.messageId(),
          SafeLog.describe(failure));
      return false;
    }
  }
}
