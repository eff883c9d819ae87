package org.jiuye.local.control;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jiuye.local.http.HttpCall;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object in a request's body; what is not as it should be is a {@code 400}. */
final class JsonInput {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;

  private JsonInput(JsonNode object) {
    this.object = object;
  }

  /** Reads the body, which may hold these fields and no other. */
  static JsonInput of(HttpCall call, Set<String> fields) {
    JsonNode object;
    try {
      object = JSON.readTree(call.body());
    } catch (JacksonException malformed) {
      throw ProblemException.invalid("The body is not JSON.");
    }
    if (!object.isObject()) {
      throw ProblemException.invalid("The body is not a JSON object.");
    }
    TreeSet<String> unknown = new TreeSet<>(object.propertyNames());
    unknown.removeAll(fields);
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(
          "Unknown: %s. Known: %s.".formatted(unknown, new TreeSet<>(fields)));
    }
    return new JsonInput(object);
  }

  /** Whether the field is there, even as null. */
  boolean has(String field) {
    return object.has(field);
  }

  /** A text, empty where the field is absent or null. */
  Optional<String> text(String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw ProblemException.invalid("\"%s\" is not a string.".formatted(field));
    }
    return Optional.of(value.stringValue());
  }

  String requiredText(String field) {
    return text(field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> ProblemException.invalid("\"%s\" is missing.".formatted(field)));
  }

  /** A whole number, empty where the field is absent or null. */
  OptionalLong number(String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw ProblemException.invalid("\"%s\" is not a whole number.".formatted(field));
    }
    return OptionalLong.of(value.longValue());
  }
}
