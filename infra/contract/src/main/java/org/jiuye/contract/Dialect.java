package org.jiuye.contract;

import java.util.Map;
import java.util.Set;
import org.jiuye.contract.source.Findings;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What JSON Schema allows and generators of clients stumble over is not written. */
final class Dialect {
  /** Keywords whose value is a schema. */
  private static final Set<String> ONE =
      Set.of("schema", "items", "if", "then", "else", "not", "contains", "propertyNames");

  /** Keywords whose value is a list of schemas. */
  private static final Set<String> LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  /** Keywords whose value is a mapping to schemas. */
  private static final Set<String> MAPPING =
      Set.of("properties", "patternProperties", "dependentSchemas", "schemas", "members");

  private final Part part;
  private final Findings findings;

  private Dialect(Part part, Findings findings) {
    this.part = part;
    this.findings = findings;
  }

  static void check(Part part, Findings findings) {
    new Dialect(part, findings).walk(JsonPointer.empty(), part.file().root());
  }

  /** Looks for schemas in what is none itself, or not known to be one. */
  private void walk(JsonPointer pointer, JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonPointer inner = pointer.appendProperty(entry.getKey());
      if (ONE.contains(entry.getKey())) {
        schema(inner, entry.getValue());
      } else if (MAPPING.contains(entry.getKey())) {
        mapping(inner, entry.getValue());
      } else if (!entry.getKey().startsWith("example")) {
        walk(inner, entry.getValue());
      }
    }
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      walk(pointer.appendIndex(index), node.path(index));
    }
  }

  private void mapping(JsonPointer pointer, JsonNode schemas) {
    for (Map.Entry<String, JsonNode> entry : schemas.properties()) {
      schema(pointer.appendProperty(entry.getKey()), entry.getValue());
    }
  }

  private void schema(JsonPointer pointer, JsonNode schema) {
    if (!schema.isObject()) {
      findings.add(part.place(pointer), "a schema is an object, not " + schema);
      return;
    }
    for (String keyword : schema.propertyNames()) {
      if (schema.has("$ref") && !Set.of("$ref", "description").contains(keyword)) {
        findings.add(
            part.place(pointer.appendProperty(keyword)),
            "%s stands beside $ref, which may have a description alone".formatted(keyword));
      }
    }
    boolean isArray =
        schema.path("type").asString("").equals("array")
            || schema
                .path("type")
                .valueStream()
                .anyMatch(type -> type.asString("").equals("array"));
    if (isArray && !schema.has("items")) {
      findings.add(part.place(pointer), "an array says what its items are");
    }
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      JsonPointer inner = pointer.appendProperty(entry.getKey());
      if (ONE.contains(entry.getKey())) {
        schema(inner, entry.getValue());
      } else if (MAPPING.contains(entry.getKey())) {
        mapping(inner, entry.getValue());
      } else if (LIST.contains(entry.getKey())) {
        for (int index = 0; index < entry.getValue().size(); index++) {
          schema(inner.appendIndex(index), entry.getValue().path(index));
        }
      } else if (entry.getKey().equals("additionalProperties") && entry.getValue().isObject()) {
        schema(inner, entry.getValue());
      }
    }
  }
}
