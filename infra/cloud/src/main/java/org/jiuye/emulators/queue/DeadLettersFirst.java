package org.jiuye.emulators.queue;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.template.Queue;

/** The order in which queues can be made: a queue must find its dead-letter queue. */
public final class DeadLettersFirst {

  private DeadLettersFirst() {}

  /**
   * The queues in such an order.
   *
   * @throws IllegalStateException when a dead-letter queue is missing or is, in the end, its own
   */
  public static List<Queue> order(List<Queue> queues) {
    List<Queue> waiting = new ArrayList<>(queues);
    List<Queue> ordered = new ArrayList<>();
    List<String> arns = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<Queue> ready =
          waiting.stream()
              .filter(
                  queue ->
                      queue
                          .redrive()
                          .map(redrive -> arns.contains(redrive.deadLetterQueueArn()))
                          .orElse(true))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException(
            "Dead-letter queues are missing or lead in a circle: "
                + waiting.stream().map(Queue::logicalId).toList());
      }
      ready.forEach(queue -> arns.add(queue.arn()));
      ordered.addAll(ready);
      waiting.removeAll(ready);
    }
    return ordered;
  }
}
