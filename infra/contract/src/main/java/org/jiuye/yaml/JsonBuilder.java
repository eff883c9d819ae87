package org.jiuye.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON of YAML. */
public class JsonBuilder implements YamlBuilder<JsonNode> {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public JsonNode scalar(Place place, Kind kind, String text) {
    return switch (kind) {
      case TEXT -> JSON.stringNode(text);
      case NUMBER -> number(text);
      case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(text));
      case NULL -> JSON.nullNode();
    };
  }

  private static JsonNode number(String text) {
    if (!text.chars().allMatch(sign -> sign == '-' || Character.isDigit(sign))) {
      return JSON.numberNode(new BigDecimal(text));
    }
    BigInteger integer = new BigInteger(text);
    return integer.bitLength() < Integer.SIZE
        ? JSON.numberNode(integer.intValue())
        : JSON.numberNode(integer);
  }

  @Override
  public JsonNode sequence(Place place, List<JsonNode> items) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(array::add);
    return array;
  }

  @Override
  public JsonNode mapping(Place place, Map<String, JsonNode> entries) {
    ObjectNode object = JSON.objectNode();
    entries.forEach(object::set);
    return object;
  }
}
