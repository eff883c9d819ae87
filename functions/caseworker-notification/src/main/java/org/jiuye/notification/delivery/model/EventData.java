package org.jiuye.notification.delivery.model;

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

/** The data of an event, read field by field; fields that nobody asks for are passed over. */
final class EventData {
  private static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

  /** A name in one language. */
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  private final Event event;

  EventData(Event event) {
    this.event = event;
  }

  /** The person whom the event is about. */
  String personId() {
    return person(field("personId"), "personId");
  }

  /** The persons who must hear of the event, each once. */
  List<String> recipientIds() {
    JsonNode entries = field("recipientIds");
    if (!entries.isArray()) {
      throw unfit("recipientIds", "Not a list");
    }
    Set<String> personIds = new LinkedHashSet<>();
    entries.forEach(entry -> personIds.add(person(entry, "recipientIds")));
    return List.copyOf(personIds);
  }

  /** The division where it happened. */
  String division() {
    return text(field("division"), "division", DIVISION);
  }

  boolean has(String field) {
    return event.data().has(field);
  }

  boolean flag(String field) {
    JsonNode value = field(field);
    if (!value.isBoolean()) {
      throw unfit(field, "Neither true nor false");
    }
    return value.booleanValue();
  }

  /** What a notification keeps of a field: a text, a number, or a name by language. */
  Object value(Field field) {
    JsonNode value = field(field.name());
    return switch (field.kind()) {
      case TEXT, CODE -> text(value, field.name(), field.form());
      case NAME ->
          Map.of(
              "zh-CN", text(value.path("zh-CN"), field.name(), NAME),
              "en", text(value.path("en"), field.name(), NAME));
      case DATE -> date(value, field.name());
      case TIME -> time(value, field.name());
      case COUNT -> count(value, field.name());
    };
  }

  private JsonNode field(String name) {
    return event.data().path(name);
  }

  private String person(JsonNode value, String field) {
    String personId = value.stringValue("");
    if (!PersonId.isValid(personId)) {
      throw unfit(field, "Not a person's id");
    }
    return personId;
  }

  private String date(JsonNode value, String field) {
    try {
      return LocalDate.parse(value.stringValue("")).toString();
    } catch (DateTimeException malformed) {
      throw unfit(field, "Not a date");
    }
  }

  private String time(JsonNode value, String field) {
    try {
      return OffsetDateTime.parse(value.stringValue("")).toString();
    } catch (DateTimeException malformed) {
      throw unfit(field, "Not a time");
    }
  }

  private int count(JsonNode value, String field) {
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw unfit(field, "Not a count");
    }
    return value.intValue();
  }

  private String text(JsonNode value, String field, Pattern form) {
    String text = value.stringValue("");
    if (!form.matcher(text).matches()) {
      throw unfit(field, "Not of the form of such a text");
    }
    return text;
  }

  private IllegalArgumentException unfit(String field, String reason) {
    return new IllegalArgumentException(
        "The " + field + " of a " + event.type() + " does not fit: " + reason);
  }
}
