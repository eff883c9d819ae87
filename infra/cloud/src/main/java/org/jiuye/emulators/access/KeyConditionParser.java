package org.jiuye.emulators.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the partition key's value in a query. */
final class KeyConditionParser {

  private static final Pattern TOKEN =
      Pattern.compile("[#:]?[A-Za-z0-9_.-]+|<>|<=|>=|=|<|>|\\(|\\)|,");

  private KeyConditionParser() {}

  /** The values that a query asks the partition key to equal. */
  static List<String> partitionKeys(JsonNode query, String partitionKey) {
    List<String> values = new ArrayList<>();
    JsonNode legacy = query.path("KeyConditions").path(partitionKey);
    if (legacy.path("ComparisonOperator").asString("").equals("EQ")) {
      legacy.path("AttributeValueList").forEach(value -> values.addAll(AttributeText.of(value)));
    }
    List<String> tokens = tokens(query.path("KeyConditionExpression").asString(""));
    for (int i = 1; i < tokens.size() - 1; i++) {
      if (tokens.get(i).equals("=")) {
        addComparison(query, partitionKey, tokens.get(i - 1), tokens.get(i + 1), values);
      }
    }
    return values;
  }

  private static void addComparison(
      JsonNode query, String partitionKey, String left, String right, List<String> values) {
    String name = left.startsWith(":") ? right : left;
    String value = left.startsWith(":") ? left : right;
    String attribute =
        name.startsWith("#")
            ? query.path("ExpressionAttributeNames").path(name).asString("")
            : name;
    if (attribute.equals(partitionKey)) {
      values.addAll(AttributeText.of(query.path("ExpressionAttributeValues").path(value)));
    }
  }

  private static List<String> tokens(String expression) {
    // Parentheses group; around a comparison they change nothing.
    Matcher matcher = TOKEN.matcher(expression);
    List<String> tokens = new ArrayList<>();
    while (matcher.find()) {
      if (!matcher.group().equals("(") && !matcher.group().equals(")")) {
        tokens.add(matcher.group());
      }
    }
    return tokens;
  }
}
