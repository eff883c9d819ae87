package org.jiuye.notification.delivery.model;

import java.util.List;

/**
 * One notice that events of a type give rise to.
 *
 * @param conditions all of which must hold
 * @param template that notifications are made with
 * @param version of the template
 * @param fields that a notification keeps of the event
 */
public record Rule(
    Audience audience,
    List<Condition> conditions,
    String template,
    int version,
    List<Field> fields) {
  public Rule {
    conditions = List.copyOf(conditions);
    fields = List.copyOf(fields);
  }
}
