package org.jiuye.seeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.seeds.SeedFile.Located;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes items from entries as the schemas' {@code x-table} says. */
final class SeedItems {

  /** An item is read whole at every booking: a big one would cost, and DynamoDB ends at 400 KB. */
  private static final int MAX_BYTES = 100_000;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

  private final SeedFiles files;

  SeedItems(SeedFiles files) {
    this.files = files;
  }

  /** The items of one kind, in the order of files and entries. */
  List<SeedItem> of(SeedSchema schema, List<SeedError> errors) {
    SeedRules.TableRule table = schema.rules().table();
    return table == null
        ? List.of()
        : files.select(schema.kind(), table.each()).stream()
            .map(entry -> item(entry, table, errors))
            .toList();
  }

  private SeedItem item(Located entry, SeedRules.TableRule table, List<SeedError> errors) {
    Map<String, JsonNode> content = new TreeMap<>();
    entry.node().properties().forEach(p -> content.put(p.getKey(), p.getValue()));
    table.merge().forEach((attribute, rule) -> content.put(attribute, merged(entry, rule)));
    content.put(SeedItem.PARTITION_KEY, JsonNodeFactory.instance.stringNode(table.pk()));
    content.put(
        SeedItem.SORT_KEY, JsonNodeFactory.instance.stringNode(fill(table.sk(), entry.node())));

    byte[] canonical = canonical(content).getBytes(StandardCharsets.UTF_8);
    if (canonical.length > MAX_BYTES) {
      errors.add(
          entry.error(
              "makes an item of %d bytes; at most %d".formatted(canonical.length, MAX_BYTES)));
    }
    Map<String, AttributeValue> attributes = new HashMap<>();
    content.forEach((name, value) -> attributes.put(name, attribute(value)));
    attributes.put(SeedItem.HASH, AttributeValue.fromS(hash(canonical)));
    return new SeedItem(Map.copyOf(attributes), entry);
  }

  private JsonNode merged(Located entry, SeedRules.MergeRule rule) {
    return new ArrayNode(
        JsonNodeFactory.instance,
        files.select(rule.kind(), rule.among()).stream()
            .map(Located::node)
            .filter(other -> other.path(rule.by()).equals(entry.node().path(rule.by())))
            .sorted(Comparator.comparing(other -> other.path(rule.orderBy()), SeedItems::compare))
            .toList());
  }

  private static int compare(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber()
        ? left.decimalValue().compareTo(right.decimalValue())
        : left.asString().compareTo(right.asString());
  }

  private static String fill(String template, JsonNode entry) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(entry.required(match.group(1)).asString()));
  }

  private static AttributeValue attribute(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> AttributeValue.fromS(value.asString());
      // As DynamoDB gives it back, so that what is stored compares equal.
      case NUMBER ->
          AttributeValue.fromN(value.decimalValue().stripTrailingZeros().toPlainString());
      case BOOLEAN -> AttributeValue.fromBool(value.asBoolean());
      case ARRAY -> AttributeValue.fromL(value.valueStream().map(SeedItems::attribute).toList());
      case OBJECT -> {
        Map<String, AttributeValue> properties = new HashMap<>();
        value.properties().forEach(p -> properties.put(p.getKey(), attribute(p.getValue())));
        yield AttributeValue.fromM(properties);
      }
      default -> throw new IllegalStateException("a schema allows " + value.getNodeType());
    };
  }

  /**
   * The content as JSON with sorted names: the same for the same content, however it is written.
   */
  private static String canonical(Map<String, JsonNode> content) {
    ObjectNode sorted = JsonNodeFactory.instance.objectNode();
    content.forEach((name, value) -> sorted.set(name, sorted(value)));
    return sorted.toString();
  }

  private static JsonNode sorted(JsonNode value) {
    if (value.isArray()) {
      return new ArrayNode(
          JsonNodeFactory.instance, value.valueStream().map(SeedItems::sorted).toList());
    } else if (value.isObject()) {
      ObjectNode sorted = JsonNodeFactory.instance.objectNode();
      value.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(property -> sorted.set(property.getKey(), sorted(property.getValue())));
      return sorted;
    }
    return value;
  }

  private static String hash(byte[] canonical) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
