package org.jiuye.emulators.queue;

import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/** Hears from ElasticMQ of every change to a message, and answers when it is on disk. */
final class JournalActor extends AbstractActor {

  private final MessageJournal journal;

  JournalActor(MessageJournal journal) {
    this.journal = journal;
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            QueueEvent.MessageAdded.class,
            event -> {
              journal.put(event.queueName(), StoredMessage.of(event.message()));
              confirm();
            })
        .match(
            QueueEvent.MessageUpdated.class,
            event -> {
              journal.put(event.queueName(), StoredMessage.of(event.message()));
              confirm();
            })
        .match(
            QueueEvent.MessageRemoved.class,
            event -> {
              journal.remove(event.queueName(), event.messageId());
              confirm();
            })
        // Queues themselves are the template's: they are made anew at every start.
        .match(QueueEvent.class, _ -> {})
        .build();
  }

  private void confirm() {
    getSender().tell(OperationSuccessful$.MODULE$, getSelf());
  }
}
