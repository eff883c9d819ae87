package org.jiuye.contract.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiuye.contract.event.EventCatalog;
import org.jiuye.contract.event.EventType;
import org.jiuye.contract.source.Findings;
import org.jiuye.contract.source.SourceFile;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks one capability's notices against the events that it tells. */
final class NoticeFile {
  static final JsonPointer EVENTS = JsonPointer.compile("/events");
  static final JsonPointer FIELDS = JsonPointer.compile("/fields");
  static final JsonPointer CODES = JsonPointer.compile("/codes");
  static final JsonPointer TEMPLATES = JsonPointer.compile("/templates");

  private final String capability;
  private final SourceFile file;
  private final EventCatalog catalog;
  private final Set<String> duties;
  private final Findings findings;

  NoticeFile(
      String capability,
      SourceFile file,
      EventCatalog catalog,
      Set<String> duties,
      Findings findings) {
    this.capability = capability;
    this.file = file;
    this.catalog = catalog;
    this.duties = duties;
    this.findings = findings;
  }

  String capability() {
    return capability;
  }

  SourceFile file() {
    return file;
  }

  void check() {
    types();
    Set<String> told = notices();
    templates(told);
    fields();
  }

  private void types() {
    for (EventType type : catalog.toldBy(capability)) {
      if (!file.at(EVENTS).has(type.type())) {
        add(EVENTS, "%s is told, but not listed: list it, if for nobody".formatted(type.type()));
      }
    }
  }

  /** Checks the notices; answers the templates that they use. */
  private Set<String> notices() {
    Set<String> templates = new TreeSet<>();
    for (Map.Entry<String, JsonNode> entry : file.at(EVENTS).properties()) {
      JsonPointer place = EVENTS.appendProperty(entry.getKey());
      EventType type = catalog.find(entry.getKey()).orElse(null);
      if (type == null || !type.capability().equals(capability)) {
        add(place, "events/ has no schema of %s".formatted(entry.getKey()));
        continue;
      }
      boolean toRecipients = false;
      for (int index = 0; index < entry.getValue().size(); index++) {
        JsonNode notice = entry.getValue().get(index);
        templates.add(notice.path("template").asString());
        toRecipients |= notice.path("to").asString("").equals("recipients");
        notice(type, notice, place.appendIndex(index));
      }
      if (type.mayHaveRecipients() && !toRecipients) {
        add(place, "%s has recipientIds, but no notice goes to recipients".formatted(type.type()));
      }
    }
    return templates;
  }

  private void notice(EventType type, JsonNode notice, JsonPointer place) {
    audience(type, notice.path("to"), place);
    notice
        .path("when")
        .properties()
        .forEach(condition -> condition(type, condition.getKey(), condition.getValue(), place));
    JsonNode template = file.at(TEMPLATES).path(notice.path("template").asString());
    if (template.isMissingNode()) {
      add(place, "there is no template %s".formatted(notice.path("template").asString()));
    }
    for (JsonNode field : template.path("fields")) {
      String name = field.asString();
      boolean present = notice.path("when").path(name).asString("").equals("present");
      if (type.field(name).isEmpty()) {
        add(place, "%s has no field %s, which the template keeps".formatted(type.type(), name));
      } else if (!type.alwaysHolds(name) && !present) {
        add(
            place,
            "%s does not always hold %s: say `when: {%s: present}`"
                .formatted(type.type(), name, name));
      } else {
        FieldKind.of(file.at(FIELDS).path(name))
            .flatMap(kind -> kind.misfit(name, type.field(name).orElseThrow(), codes(name)))
            .ifPresent(
                misfit ->
                    add(FIELDS.appendProperty(name), "in %s, %s".formatted(type.type(), misfit)));
      }
    }
  }

  private void audience(EventType type, JsonNode to, JsonPointer place) {
    if (to.isObject()) {
      String duty = to.path("duty").asString();
      if (!duties.contains(duty)) {
        add(place, "nobody can have the duty %s: no duties.yaml names it".formatted(duty));
      }
      if (!type.alwaysHolds("division")) {
        add(place, "%s does not say in which division it happened".formatted(type.type()));
      }
    } else if (to.asString().equals("person") && !type.alwaysHolds("personId")) {
      add(place, "%s is not always about a person".formatted(type.type()));
    } else if (to.asString().equals("recipients") && !type.mayHaveRecipients()) {
      add(place, "%s has no recipients".formatted(type.type()));
    }
  }

  private void condition(EventType type, String field, JsonNode value, JsonPointer place) {
    JsonNode schema = type.field(field).orElse(null);
    if (schema == null) {
      add(
          place,
          "%s has no field %s, which decides about the notice".formatted(type.type(), field));
    } else if (value.isBoolean()
        && !(type.alwaysHolds(field) && schema.path("type").asString("").equals("boolean"))) {
      add(place, "%s of %s is not always true or false".formatted(field, type.type()));
    } else if (value.isString() && type.alwaysHolds(field)) {
      add(place, "%s always holds %s".formatted(type.type(), field));
    }
  }

  private void templates(Set<String> told) {
    for (Map.Entry<String, JsonNode> entry : file.at(TEMPLATES).properties()) {
      JsonPointer place = TEMPLATES.appendProperty(entry.getKey());
      JsonNode template = entry.getValue();
      if (told.contains(entry.getKey()) == template.path("retired").asBoolean(false)) {
        add(
            place,
            (told.contains(entry.getKey())
                    ? "a notice uses %s, which is retired"
                    : "no notice uses %s: say `retired: true` if one did")
                .formatted(entry.getKey()));
      }
      Map<String, FieldKind> kinds = new LinkedHashMap<>();
      for (JsonNode field : template.path("fields")) {
        FieldKind.of(file.at(FIELDS).path(field.asString()))
            .ifPresentOrElse(
                kind -> kinds.put(field.asString(), kind),
                () ->
                    add(
                        place,
                        "the kind of %s does not stand under fields".formatted(field.asString())));
      }
      int next = template.path("version").asInt();
      new Wording(template).check(kinds, reason -> add(place, reason));
      for (int index = 0; index < template.path("earlier").size(); index++) {
        JsonNode earlier = template.path("earlier").get(index);
        JsonPointer at = place.appendProperty("earlier").appendIndex(index);
        if (earlier.path("version").asInt() >= next) {
          add(at, "earlier versions stand in falling order, each with a number of its own");
        }
        next = earlier.path("version").asInt();
        new Wording(earlier).check(kinds, reason -> add(at, reason));
      }
    }
  }

  private void fields() {
    Set<String> kept = new TreeSet<>();
    file.at(TEMPLATES)
        .forEach(template -> template.path("fields").forEach(name -> kept.add(name.asString())));
    for (Map.Entry<String, JsonNode> entry : file.at(FIELDS).properties()) {
      JsonPointer place = FIELDS.appendProperty(entry.getKey());
      if (!kept.contains(entry.getKey())) {
        add(place, "no template keeps %s".formatted(entry.getKey()));
      }
      if (entry.getKey().equals("personId") || entry.getKey().equals("recipientIds")) {
        add(place, "a notification keeps no person's id");
      }
    }
    for (String name : file.at(CODES).propertyNames()) {
      if (!file.at(FIELDS).path(name).asString("").equals("code")) {
        add(CODES.appendProperty(name), "no field %s is a code".formatted(name));
      }
    }
  }

  private JsonNode codes(String field) {
    return file.at(CODES).path(field);
  }

  private void add(JsonPointer place, String reason) {
    findings.add(file.place(place), reason);
  }
}
