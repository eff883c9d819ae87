package org.jiuye.template;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides the parameters' values: given ones before defaults, each held to its declaration. */
final class ParameterValues {

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "Type",
          "Default",
          "Description",
          "AllowedValues",
          "AllowedPattern",
          "ConstraintDescription",
          "MinValue",
          "MaxValue",
          "MinLength",
          "MaxLength",
          "NoEcho");

  private ParameterValues() {}

  static Map<String, TemplateNode> decide(
      TemplateNode.Mapping declared, Map<String, String> given) {
    Set<String> unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(declared.entries().keySet());
    if (!unknown.isEmpty()) {
      throw declared
          .position()
          .refuse("The template has no parameter " + String.join(", ", unknown));
    }
    Map<String, TemplateNode> values = new LinkedHashMap<>();
    for (String name : declared.entries().keySet()) {
      TemplateNode.Mapping declaration = declared.mapping(name);
      Properties properties = new Properties("Parameter " + name, declaration, UNDERSTOOD);
      String value =
          Optional.ofNullable(given.get(name))
              .or(() -> properties.text("Default"))
              .orElseThrow(
                  () ->
                      declaration
                          .position()
                          .refuse("Parameter " + name + " has no value and no default"));
      values.put(name, check(name, properties, value));
    }
    return values;
  }

  private static TemplateNode check(String name, Properties properties, String value) {
    Position position = properties.position();
    String type = properties.requiredText("Type");
    boolean isList = type.equals("CommaDelimitedList") || type.equals("List<Number>");
    List<String> parts =
        isList ? Stream.of(value.split(",", -1)).map(String::strip).toList() : List.of(value);
    for (String part : parts) {
      if (type.equals("Number") || type.equals("List<Number>")) {
        checkNumber(name, properties, part);
      } else if (!type.equals("String") && !type.equals("CommaDelimitedList")) {
        throw position.refuse("Parameter " + name + ": the type " + type + " is not supported");
      }
      checkText(name, properties, part);
    }
    if (isList) {
      List<TemplateNode> items =
          parts.stream()
              .<TemplateNode>map(part -> TemplateNode.Scalar.text(position, part))
              .toList();
      return new TemplateNode.Sequence(position, items);
    }
    return TemplateNode.Scalar.text(position, value);
  }

  private static void checkText(String name, Properties properties, String value) {
    List<String> allowed = properties.texts("AllowedValues");
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      throw wrong(name, properties, value, "must be one of " + String.join(", ", allowed));
    }
    properties
        .text("AllowedPattern")
        .filter(pattern -> !Pattern.compile(pattern).matcher(value).matches())
        .ifPresent(
            pattern -> {
              throw wrong(name, properties, value, "must match " + pattern);
            });
    if (value.length() < properties.number("MinLength", 0)
        || value.length() > properties.number("MaxLength", Integer.MAX_VALUE)) {
      throw wrong(name, properties, value, "is too short or too long");
    }
  }

  private static void checkNumber(String name, Properties properties, String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw wrong(name, properties, value, "must be a number").causedBy(e);
    }
    properties
        .text("MinValue")
        .filter(least -> number.compareTo(new BigDecimal(least)) < 0)
        .ifPresent(
            least -> {
              throw wrong(name, properties, value, "must be at least " + least);
            });
    properties
        .text("MaxValue")
        .filter(most -> number.compareTo(new BigDecimal(most)) > 0)
        .ifPresent(
            most -> {
              throw wrong(name, properties, value, "must be at most " + most);
            });
  }

  private static TemplateException wrong(
      String name, Properties properties, String value, String reason) {
    String explained = properties.text("ConstraintDescription").map(d -> ": " + d).orElse("");
    return properties
        .position()
        .refuse("Parameter " + name + ": '" + value + "' " + reason + explained);
  }
}
