package org.jiuye.emulators.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Values of keys as text, as conditions compare them. */
final class AttributeText {

  private AttributeText() {}

  /** A key's value, none when there is none. */
  static List<String> of(JsonNode attributeValue) {
    return Stream.of("S", "N", "B")
        .map(type -> Optional.ofNullable(attributeValue.get(type)))
        .flatMap(Optional::stream)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }
}
