package org.jiuye.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiuye.contract.source.Findings;
import org.jiuye.contract.source.Place;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the parts of the contract must agree on. */
final class Checks {
  private static final Set<String> KEYS =
      Set.of("tags", "paths", "components", "x-problems", "x-wrong-values");
  private static final Set<String> PROBLEM_KEYS =
      Set.of("status", "field", "value", "members", "optional", "example", "retryAfter");

  private final Frame frame;
  private final List<Part> capabilities;
  private final Findings findings;

  Checks(Frame frame, List<Part> capabilities, Findings findings) {
    this.frame = frame;
    this.capabilities = capabilities;
    this.findings = findings;
  }

  /** The codes of single values that a part declares. */
  static List<String> valueCodes(Part part) {
    return part.file()
        .at(Part.pointer("x-wrong-values"))
        .valueStream()
        .map(code -> code.asString(""))
        .toList();
  }

  /** The kinds of problems by their codes: those of the frame and of all capabilities. */
  Map<String, ProblemKind> problems() {
    Map<String, ProblemKind> problems = new TreeMap<>();
    Map<String, Place> places = new HashMap<>();
    for (Part part : parts()) {
      for (Part.Entry entry : part.entries(Part.PROBLEMS)) {
        Place place = part.place(entry.pointer());
        if (!(entry.value() instanceof ObjectNode declaration)
            || !declaration.path("status").isInt()) {
          findings.add(place, "the problem %s must say its status".formatted(entry.key()));
          continue;
        }
        for (String key : declaration.propertyNames()) {
          if (!PROBLEM_KEYS.contains(key)) {
            findings.add(place, "a problem has no %s".formatted(key));
          }
        }
        ProblemKind kind = new ProblemKind(entry.key(), declaration);
        requireText(part, place, kind.code());
        requireText(part, place, kind.valueCode());
        ProblemKind other = problems.putIfAbsent(kind.code(), kind);
        Place first = places.putIfAbsent(kind.code(), place);
        if (other != null && isOfFrame(kind)) {
          findings.add(
              place, "the problem %s is declared in %s already".formatted(kind.code(), first));
        } else if (other != null && !other.equals(kind)) {
          findings.add(
              place, "the problem %s is declared otherwise in %s".formatted(kind.code(), first));
        }
      }
      JsonPointer values = Part.pointer("x-wrong-values");
      valueCodes(part).forEach(code -> requireText(part, part.place(values), code));
    }
    return problems;
  }

  private boolean isOfFrame(ProblemKind kind) {
    return frame.part().file().at(Part.PROBLEMS.appendProperty(kind.code())).isObject();
  }

  private void requireText(Part part, Place place, String code) {
    for (Texts.Language language : Texts.Language.values()) {
      if (part.texts().title(language, code).isEmpty()) {
        findings.add(place, "%s has no text (%s)".formatted(code, language));
      }
    }
  }

  /** Checks each operation by itself. */
  void operations(Map<String, ProblemKind> problems) {
    Map<String, Place> operationIds = new HashMap<>();
    for (Part part : capabilities) {
      Set<String> declared = new HashSet<>();
      part.entries(Part.PROBLEMS).forEach(entry -> declared.add(entry.key()));
      frame.part().entries(Part.PROBLEMS).forEach(entry -> declared.add(entry.key()));
      Set<String> tags = new HashSet<>();
      part.file().at(Part.pointer("tags")).forEach(tag -> tags.add(tag.path("name").asString("")));
      Set<String> answered = new HashSet<>();
      for (Part.Operation operation : part.operations()) {
        security(operation);
        responses(operation);
        String id = operation.node().path("operationId").asString("");
        Place other = operationIds.putIfAbsent(id, operation.place());
        if (id.isEmpty() || other != null) {
          findings.add(
              operation.place(),
              (id.isEmpty() ? "%s has no operationId" : "%s has the operationId of %s")
                  .formatted(operation.routeKey(), other));
        }
        for (JsonNode tag : operation.node().path("tags")) {
          if (!tags.contains(tag.asString(""))) {
            findings.add(
                operation.place(), "the tag %s is not declared here".formatted(tag.asString("")));
          }
        }
        for (String code : operation.ownProblems()) {
          answered.add(code);
          if (!declared.contains(code)) {
            findings.add(
                problemPlace(operation),
                "the problem %s is declared neither here nor in the frame".formatted(code));
          }
        }
      }
      for (Part.Entry problem : part.entries(Part.PROBLEMS)) {
        if (!answered.contains(problem.key())) {
          findings.add(
              part.place(problem.pointer()), "no operation answers %s".formatted(problem.key()));
        }
      }
    }
  }

  private static Place problemPlace(Part.Operation operation) {
    return operation.part().place(operation.pointer().appendProperty(Part.Operation.OWN_PROBLEMS));
  }

  private void security(Part.Operation operation) {
    JsonNode security = operation.node().path("security");
    boolean guarded =
        security.size() == 1
            && security.path(0).size() == 1
            && security.path(0).path(Assembly.TOKEN).isArray()
            && security.path(0).path(Assembly.TOKEN).isEmpty();
    if (!security.isArray() || !(security.isEmpty() || guarded)) {
      findings.add(
          operation.place(),
          "%s must say `security: []` (public) or `security: [{%s: []}]`"
              .formatted(operation.routeKey(), Assembly.TOKEN));
    }
  }

  private void responses(Part.Operation operation) {
    JsonPointer responses = operation.pointer().appendProperty("responses");
    List<Part.Entry> entries = operation.part().entries(responses);
    if (entries.isEmpty()) {
      findings.add(operation.place(), "%s answers nothing".formatted(operation.routeKey()));
    }
    for (Part.Entry entry : entries) {
      if (!entry.key().matches("[23]\\d\\d")) {
        findings.add(
            operation.part().place(entry.pointer()),
            "what is no success is named in x-problems by its code");
      }
    }
  }

  /** No two parts declare the same. */
  void names() {
    for (Part part : capabilities) {
      for (Part.Entry entry : part.entries(JsonPointer.empty())) {
        if (!KEYS.contains(entry.key())) {
          findings.add(
              part.place(entry.pointer()), "%s does not belong here".formatted(entry.key()));
        }
      }
    }
    distinct(Part.pointer("paths"));
    for (String kind : List.of("parameters", "headers", "schemas")) {
      distinct(Part.pointer("components", kind));
    }
    Map<String, Place> tags = new HashMap<>();
    for (Part part : capabilities) {
      JsonPointer list = Part.pointer("tags");
      for (int index = 0; index < part.file().at(list).size(); index++) {
        JsonPointer pointer = list.appendIndex(index);
        String name = part.file().at(pointer).path("name").asString("");
        Place other = tags.putIfAbsent(name, part.place(pointer));
        if (other != null) {
          findings.add(
              part.place(pointer), "the tag %s stands in %s already".formatted(name, other));
        }
      }
    }
  }

  private void distinct(JsonPointer mapping) {
    Map<String, Place> places = new HashMap<>();
    for (Part part : parts()) {
      for (Part.Entry entry : part.entries(mapping)) {
        Place place = part.place(entry.pointer());
        // What a part of a path is called does not tell two paths apart.
        Place other = places.putIfAbsent(entry.key().replaceAll("\\{[^}]*}", "{}"), place);
        if (other != null) {
          findings.add(place, "%s stands in %s already".formatted(entry.key(), other));
        }
      }
    }
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(frame.part()));
    parts.addAll(capabilities);
    return parts;
  }
}
