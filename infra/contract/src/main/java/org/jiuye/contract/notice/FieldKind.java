package org.jiuye.contract.notice;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a field of an event's data is read and written out.
 *
 * @param name of the kind
 * @param pattern of a text; empty for other kinds
 */
record FieldKind(String name, String pattern) {
  private static final String TEXT = "text";

  /** The kind that a file gives to a field; empty where it gives none. */
  static Optional<FieldKind> of(JsonNode kind) {
    if (kind.isObject()) {
      return Optional.of(new FieldKind(TEXT, kind.path(TEXT).asString("")));
    }
    return kind.isString() ? Optional.of(new FieldKind(kind.asString(), "")) : Optional.empty();
  }

  /** The form in which a gap without one is written; empty where it must say which. */
  Optional<String> usualForm() {
    return name.equals("time") ? Optional.empty() : Optional.of(name);
  }

  /** The forms that a gap may name. */
  List<String> forms() {
    return name.equals("time") ? List.of("date", "time") : List.of();
  }

  /**
   * Why a field is not of this kind.
   *
   * @param field its name
   * @param schema of the field
   * @param codes the words of the codes that may stand in it
   */
  Optional<String> misfit(String field, JsonNode schema, JsonNode codes) {
    String type = schema.path("type").asString("");
    String format = schema.path("format").asString("");
    return switch (name) {
      case "date" -> unless(format.equals("date"), field + " is no date");
      case "time" -> unless(format.equals("date-time"), field + " is no time");
      case "count" ->
          unless(
              type.equals("integer") && schema.path("minimum").asInt(-1) >= 0,
              field + " is no count");
      case "name" ->
          unless(
              schema.path("properties").has("zh-CN") && schema.path("properties").has("en"),
              field + " is no name in both languages");
      case "code" -> wordless(field, schema, codes);
      default -> unless(type.equals("string") && !format.startsWith("date"), field + " is no text");
    };
  }

  private static Optional<String> wordless(String field, JsonNode schema, JsonNode codes) {
    List<String> possible =
        schema.has("const")
            ? List.of(schema.path("const").asString())
            : schema.path("enum").valueStream().map(JsonNode::asString).toList();
    if (possible.isEmpty()) {
      return Optional.of(field + " is no code of a closed list");
    }
    return possible.stream()
        .filter(code -> !codes.has(code))
        .findFirst()
        .map(code -> "the code " + code + " has no words under codes");
  }

  private static Optional<String> unless(boolean fits, String reason) {
    return fits ? Optional.empty() : Optional.of(reason);
  }
}
