package org.jiuye.notification.inbox.model;

import java.util.Map;

/**
 * What a notification says: a template, pinned to a version, and what stands in its gaps.
 *
 * @param template the template's name, as notices name it
 * @param parameters texts, numbers, and names by language; no personal data, and no person's id
 */
public record Message(String template, int version, Map<String, Object> parameters) {
  public Message {
    parameters = Map.copyOf(parameters);
  }
}
