package org.jiuye.relay.model;

import java.util.Map;

/**
 * One message to one queue.
 *
 * @param record the position of its record in the batch
 * @param attributes the message's text attributes
 */
public record Letter(int record, String queueUrl, String body, Map<String, String> attributes) {
  public Letter {
    attributes = Map.copyOf(attributes);
  }
}
