package org.jiuye.notification.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.person.PersonId;
import tools.jackson.databind.JsonNode;

/** The fields of an event's data that a notice is made of; others are passed over. */
final class EventData {
  static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  static final Pattern HIRE_ID = Pattern.compile("[A-Za-z0-9.-]{1,90}");
  static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");
  static final Pattern STALL_NO = Pattern.compile("[A-Z]{1,2}[0-9]{1,4}");
  static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

  /** A code of a closed list: a reason, a state, a kind. */
  static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  /** A name in one language. */
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  private final Event event;

  EventData(Event event) {
    this.event = event;
  }

  String text(String field, Pattern form) {
    return text(event.data().path(field), field, form);
  }

  boolean has(String field) {
    return event.data().has(field);
  }

  boolean flag(String field) {
    JsonNode value = event.data().path(field);
    if (!value.isBoolean()) {
      throw unfit(field, new IllegalArgumentException("Neither true nor false"));
    }
    return value.booleanValue();
  }

  String personId(String field) {
    String personId = event.data().path(field).stringValue("");
    if (!PersonId.isValid(personId)) {
      throw unfit(field, new IllegalArgumentException("Not a person's id"));
    }
    return personId;
  }

  /** The ids of the persons who are to hear of it, each once. */
  List<String> personIds(String field) {
    JsonNode entries = event.data().path(field);
    if (!entries.isArray()) {
      throw unfit(field, new IllegalArgumentException("Not a list"));
    }
    Set<String> personIds = new LinkedHashSet<>();
    for (JsonNode entry : entries) {
      String personId = entry.stringValue("");
      if (!PersonId.isValid(personId)) {
        throw unfit(field, new IllegalArgumentException("Not persons' ids"));
      }
      personIds.add(personId);
    }
    return List.copyOf(personIds);
  }

  /** A name in both languages, by language tag. */
  Map<String, String> name(String field) {
    JsonNode names = event.data().path(field);
    return Map.of(
        "zh-CN", text(names.path("zh-CN"), field, NAME), "en", text(names.path("en"), field, NAME));
  }

  LocalDate date(String field) {
    try {
      return LocalDate.parse(event.data().path(field).stringValue(""));
    } catch (DateTimeException malformed) {
      throw unfit(field, malformed);
    }
  }

  OffsetDateTime time(String field) {
    try {
      return OffsetDateTime.parse(event.data().path(field).stringValue(""));
    } catch (DateTimeException malformed) {
      throw unfit(field, malformed);
    }
  }

  int count(String field) {
    JsonNode value = event.data().path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw unfit(field, new IllegalArgumentException("Not a count"));
    }
    return value.intValue();
  }

  private String text(JsonNode value, String field, Pattern form) {
    String text = value.stringValue("");
    if (!form.matcher(text).matches()) {
      throw unfit(field, new IllegalArgumentException("Not of the form of such a text"));
    }
    return text;
  }

  private IllegalArgumentException unfit(String field, RuntimeException cause) {
    return new IllegalArgumentException(
        "The " + field + " of a " + event.type() + " does not fit", cause);
  }
}
