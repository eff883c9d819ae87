package org.jiuye.emulators.queue;

import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.sql.DBMessage;
import org.elasticmq.persistence.sql.DBMessage$;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** A message as it is kept on disk, receipts and visibility included. */
@SuppressWarnings("ArrayRecordComponent") // written and read as a whole, never compared
record StoredMessage(
    String id,
    byte[] deliveryReceipts,
    long nextDelivery,
    byte[] content,
    byte[] attributes,
    long created,
    @Nullable Long received,
    int receiveCount,
    @Nullable String groupId,
    @Nullable String deduplicationId,
    @Nullable String tracingId,
    @Nullable String sequenceNumber,
    @Nullable String deadLetterSourceQueue) {

  static StoredMessage of(InternalMessage message) {
    DBMessage stored = DBMessage$.MODULE$.from(message);
    return new StoredMessage(
        stored.messageId(),
        stored.deliveryReceipts(),
        stored.nextDelivery(),
        stored.content(),
        stored.attributes(),
        stored.created(),
        stored.received().isDefined() ? (Long) stored.received().get() : null,
        stored.receiveCount(),
        orNull(stored.groupId()),
        orNull(stored.deduplicationId()),
        orNull(stored.tracingId()),
        orNull(stored.sequenceNumber()),
        orNull(stored.deadLetterSourceQueueName()));
  }

  InternalMessage toMessage() {
    return new DBMessage(
            id,
            deliveryReceipts,
            nextDelivery,
            content,
            attributes,
            created,
            Option.apply(received),
            receiveCount,
            Option.apply(groupId),
            Option.apply(deduplicationId),
            Option.apply(tracingId),
            Option.apply(sequenceNumber),
            Option.apply(deadLetterSourceQueue))
        .toInternalMessage();
  }

  private static @Nullable String orNull(Option<String> option) {
    return option.isDefined() ? option.get() : null;
  }
}
