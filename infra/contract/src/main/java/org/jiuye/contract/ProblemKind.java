package org.jiuye.contract;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of problem, as {@code x-problems} declares it. A code means the same wherever it is
 * answered: it is part of the problem's {@code type}.
 *
 * @param code for example {@code weekly-limit}
 * @param declaration {@code status}; where the problem is about values of the request, {@code
 *     field}, an example of their pointer, and {@code value}, the code of what is wrong with it;
 *     {@code members} beside those of every problem, with {@code optional} of them and an {@code
 *     example}; {@code retryAfter}, whether it says when to try again
 */
record ProblemKind(String code, ObjectNode declaration) {
  private static final String TYPE = "urn:jiuye:problem:";
  private static final String REQUEST = "urn:jiuye:request:Kd8sJhqZiYEEMRA=";

  int status() {
    return declaration.path("status").asInt(0);
  }

  boolean saysWhenToTryAgain() {
    return declaration.path("retryAfter").asBoolean(false);
  }

  /** An example of the pointer of a value that is wrong, where it is about values. */
  Optional<String> field() {
    return declaration.path("field").asStringOpt();
  }

  /** The code of the single value that is wrong. */
  String valueCode() {
    return declaration.path("value").asString(code);
  }

  String schemaName() {
    return Names.pascalCase(code) + "Problem";
  }

  /**
   * The schema of this problem.
   *
   * @param common the schema of every problem
   */
  ObjectNode schema(ObjectNode common) {
    ObjectNode schema = common.deepCopy();
    schema.put("description", "The problem `%s`.".formatted(code));
    ObjectNode properties = schema.withObject("properties");
    fix(properties, "type", schema.stringNode(TYPE + code));
    fix(properties, "status", schema.numberNode(status()));
    fix(properties, "code", schema.stringNode(code));
    if (field().isPresent()) {
      schema.withArray("required").add("errors");
    } else {
      properties.remove("errors");
    }
    List<String> optional =
        declaration.path("optional").valueStream().map(JsonNode::asString).toList();
    declaration
        .path("members")
        .properties()
        .forEach(
            member -> {
              properties.set(member.getKey(), member.getValue());
              if (!optional.contains(member.getKey())) {
                schema.withArray("required").add(member.getKey());
              }
            });
    return schema;
  }

  /** A property that is always the same. */
  private static void fix(ObjectNode properties, String name, JsonNode value) {
    ObjectNode property = properties.withObject(name);
    property.retain("description", "type");
    property.set("const", value);
  }

  /** An example, in English. */
  ObjectNode example(Texts texts, boolean ofBody) {
    ObjectNode example = JsonNodeFactory.instance.objectNode();
    example.put("type", TYPE + code);
    example.put("title", texts.title(Texts.Language.ENGLISH, code).orElse(""));
    example.put("status", status());
    texts.detail(Texts.Language.ENGLISH, code).ifPresent(text -> example.put("detail", text));
    example.put("instance", REQUEST);
    example.put("code", code);
    field()
        .ifPresent(
            pointer -> {
              ObjectNode error = example.withArray("errors").addObject();
              error.put(ofBody ? "pointer" : "parameter", ofBody ? pointer : pointer.substring(1));
              error.put("code", valueCode());
              error.put("detail", texts.title(Texts.Language.ENGLISH, valueCode()).orElse(""));
            });
    declaration.path("example").properties().forEach(e -> example.set(e.getKey(), e.getValue()));
    return example;
  }

  /** What it means, as an entry of a list: its texts in both languages. */
  String explanation(Texts texts) {
    StringBuilder line = new StringBuilder("- `%s`: ".formatted(code));
    line.append(texts.title(Texts.Language.ENGLISH, code).orElse("")).append('.');
    texts.detail(Texts.Language.ENGLISH, code).ifPresent(text -> line.append(' ').append(text));
    line.append(" (").append(texts.title(Texts.Language.CHINESE, code).orElse("")).append('。');
    texts.detail(Texts.Language.CHINESE, code).ifPresent(line::append);
    return line.append(')').toString();
  }
}
