package org.jiuye.shared.event;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
  private static final String EVENT_SOURCE = "aws:sqs";

  private final PojoSerializer<SQSEvent> serializer =
      LambdaEventSerializers.serializerFor(SQSEvent.class, QueueFunction.class.getClassLoader());
  private final EventHandler handler;

  public QueueFunction(EventHandler handler) {
    this.handler = handler;
  }

  @Override
  protected byte[] invoke(byte[] event) {
    List<String> failed = new ArrayList<>();
    for (SQSEvent.SQSMessage message : messages(event)) {
      if (Deadline.remaining().isZero() || !handled(message)) {
        failed.add(message.getMessageId());
      }
    }
    return BatchResponse.failed(failed);
  }

  private List<SQSEvent.SQSMessage> messages(byte[] event) {
    List<SQSEvent.SQSMessage> messages = parse(event).getRecords();
    if (messages == null
        || messages.isEmpty()
        || !messages.stream()
            .allMatch(
                message ->
                    message != null
                        && EVENT_SOURCE.equals(message.getEventSource())
                        && message.getMessageId() != null)) {
      throw new IllegalArgumentException("Not an event of a queue");
    }
    return messages;
  }

  private SQSEvent parse(byte[] event) {
    try {
      SQSEvent parsed = serializer.fromJson(new ByteArrayInputStream(event));
      // AWS's serializer takes an event out of a list, however deep.
      if (parsed != null && isObject(event)) {
        return parsed;
      }
    } catch (RuntimeException failure) {
      LOG.error("Not an event of a queue: {}", SafeLog.describe(failure));
    }
    throw new IllegalArgumentException("Not an event of a queue");
  }

  /** The serializer has found JSON: its first character tells what it is. */
  private static boolean isObject(byte[] json) {
    return new String(json, StandardCharsets.UTF_8).stripLeading().startsWith("{");
  }

  private boolean handled(SQSEvent.SQSMessage message) {
    try {
      handler.handle(Event.read(message.getBody() == null ? "" : message.getBody()));
      return true;
    } catch (RuntimeException failure) {
      LOG.error(
          "Message {} failed and will come again: {}",
          message.getMessageId(),
          SafeLog.describe(failure));
      return false;
    }
  }
}
