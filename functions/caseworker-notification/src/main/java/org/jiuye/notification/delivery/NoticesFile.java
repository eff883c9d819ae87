package org.jiuye.notification.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jiuye.notification.delivery.model.Audience;
import org.jiuye.notification.delivery.model.Condition;
import org.jiuye.notification.delivery.model.Field;
import org.jiuye.notification.delivery.model.Rule;
import org.jiuye.notification.delivery.model.Rulebook;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code notices.json}, which the build makes of the {@code notices.yaml} of all
 * capabilities: it has been checked there, whole.
 */
public final class NoticesFile {
  private static final String NAME = "/org/jiuye/notification/notices.json";

  private NoticesFile() {}

  /** The rules of this package. */
  public static Rulebook read() {
    try (InputStream file = Objects.requireNonNull(NoticesFile.class.getResourceAsStream(NAME))) {
      return rulebook(Json.MAPPER.readTree(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Rulebook rulebook(JsonNode types) {
    Map<String, List<Rule>> rules = new HashMap<>();
    types
        .properties()
        .forEach(
            type ->
                rules.put(
                    type.getKey(), type.getValue().valueStream().map(NoticesFile::rule).toList()));
    return new Rulebook(rules);
  }

  private static Rule rule(JsonNode rule) {
    List<Condition> conditions = new ArrayList<>();
    rule.path("when")
        .properties()
        .forEach(
            condition ->
                conditions.add(
                    new Condition(
                        condition.getKey(),
                        named(Condition.State.class, condition.getValue().asString()))));
    List<Field> fields = new ArrayList<>();
    rule.path("fields")
        .properties()
        .forEach(field -> fields.add(field(field.getKey(), field.getValue())));
    return new Rule(
        audience(rule.path("to")),
        conditions,
        rule.path("template").stringValue(),
        rule.path("version").intValue(),
        fields);
  }

  private static Audience audience(JsonNode to) {
    if (to.isObject()) {
      return new Audience.OnDuty(to.path("duty").stringValue());
    }
    return to.stringValue().equals("person") ? new Audience.Subject() : new Audience.Named();
  }

  private static Field field(String name, JsonNode kind) {
    return kind.isObject()
        ? Field.text(name, Pattern.compile(kind.path("text").stringValue()))
        : Field.of(name, named(Field.Kind.class, kind.stringValue()));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
