package org.jiuye.shared.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The item codec: a record's JSON form as DynamoDB attributes and back. Absent values are left out,
 * numbers keep every digit. Attributes that the record does not name (keys, outbox, expiry, seed
 * marks) are passed over when read.
 */
public final class Items {
  private static final List<String> KEYS = List.of(Key.PARTITION, Key.SORT);

  private final JsonMapper mapper;

  public Items(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** The attributes of a record, without keys. The map may be added to. */
  public Map<String, AttributeValue> encode(Object value) {
    JsonNode node = mapper.valueToTree(value);
    if (!node.isObject()) {
      throw new IllegalArgumentException("No item without fields: " + value.getClass().getName());
    }
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isNull()) {
        item.put(field.getKey(), encodeNode(field.getValue()));
      }
    }
    return item;
  }

  /**
   * The record that an item holds.
   *
   * @throws tools.jackson.core.JacksonException where the item does not fit the record
   */
  public <T> T decode(Map<String, AttributeValue> item, Class<T> type) {
    ObjectNode node = decodeMap(item);
    // Every item has them and no record does: what is not named costs the mapper a detour.
    node.remove(KEYS);
    return mapper.treeToValue(node, type);
  }

  /**
   * A text attribute that every such item has.
   *
   * @throws IllegalStateException where it is missing: the item is not what its key says
   */
  public static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.s() == null) {
      throw new IllegalStateException("An item without the text attribute " + name);
    }
    return value.s();
  }

  /**
   * A whole number that every such item has.
   *
   * @throws IllegalStateException where it is missing: the item is not what its key says
   */
  public static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.n() == null) {
      throw new IllegalStateException("An item without the number " + name);
    }
    return Long.parseLong(value.n());
  }

  private static AttributeValue encodeNode(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> AttributeValue.fromS(node.stringValue());
      case NUMBER -> AttributeValue.fromN(node.numberValue().toString());
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case NULL -> AttributeValue.fromNul(true);
      case ARRAY -> {
        List<AttributeValue> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(encodeNode(element)));
        yield AttributeValue.fromL(list);
      }
      case OBJECT -> {
        Map<String, AttributeValue> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), encodeNode(field.getValue())));
        yield AttributeValue.fromM(map);
      }
      default ->
          throw new IllegalArgumentException("No attribute for a node of " + node.getNodeType());
    };
  }

  /** Whole numbers stay whole: a record's integer takes no fraction. */
  private static JsonNode decodeNumber(BigDecimal number) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (number.scale() > 0 && number.stripTrailingZeros().scale() > 0) {
      return nodes.numberNode(number);
    }
    BigInteger whole = number.toBigIntegerExact();
    if (whole.bitLength() < Integer.SIZE) {
      return nodes.numberNode(whole.intValue());
    }
    return whole.bitLength() < Long.SIZE
        ? nodes.numberNode(whole.longValue())
        : nodes.numberNode(whole);
  }

  private static ObjectNode decodeMap(Map<String, AttributeValue> map) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    map.forEach((name, value) -> node.set(name, decodeValue(value)));
    return node;
  }

  private static JsonNode decodeValue(AttributeValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value.type()) {
      case S -> nodes.stringNode(value.s());
      case N -> decodeNumber(new BigDecimal(value.n()));
      case BOOL -> nodes.booleanNode(value.bool());
      case NUL -> nodes.nullNode();
      case M -> decodeMap(value.m());
      case L -> {
        ArrayNode array = nodes.arrayNode();
        value.l().forEach(element -> array.add(decodeValue(element)));
        yield array;
      }
      default -> throw new IllegalArgumentException("No JSON for an attribute of " + value.type());
    };
  }
}
