package org.jiuye.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuye.contract.source.Findings;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every reference leads somewhere, and everything that a part declares is referred to. */
final class References {
  private final ObjectNode document;
  private final Findings findings;

  References(ObjectNode document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  void check(List<Part> parts) {
    Set<String> found = new HashSet<>();
    document.findValues("$ref").forEach(reference -> found.add(reference.asString("")));
    for (Part part : parts) {
      check(part, JsonPointer.empty(), part.file().root());
      for (String kind : List.of("parameters", "headers", "schemas")) {
        for (Part.Entry entry : part.entries(Part.pointer("components", kind))) {
          String reference = "#/components/%s/%s".formatted(kind, entry.key());
          if (!found.contains(reference) && !entry.key().equals("Problem")) {
            findings.add(
                part.place(entry.pointer()), "nothing refers to %s".formatted(entry.key()));
          }
        }
      }
    }
  }

  private void check(Part part, JsonPointer pointer, JsonNode node) {
    JsonNode reference = node.path("$ref");
    if (reference.isString() && !leadsSomewhere(reference.asString())) {
      findings.add(
          part.place(pointer.appendProperty("$ref")),
          "%s leads nowhere".formatted(reference.asString()));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      check(part, pointer.appendProperty(entry.getKey()), entry.getValue());
    }
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      check(part, pointer.appendIndex(index), node.path(index));
    }
  }

  private boolean leadsSomewhere(String reference) {
    return reference.startsWith("#/components/")
        && !document.at(reference.substring(1)).isMissingNode();
  }
}
