package org.jiuye.template;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The evaluated properties of one thing; a property that nobody reads is refused. */
final class Properties {

  private final String owner;
  private final TemplateNode.Mapping mapping;

  Properties(String owner, TemplateNode.Mapping mapping, Set<String> understood) {
    this.owner = owner;
    this.mapping = mapping;
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!understood.contains(key)) {
                throw value
                    .position()
                    .refuse(owner + ": the property " + key + " is not supported");
              }
            });
  }

  Position position() {
    return mapping.position();
  }

  TemplateException refuse(String reason) {
    return position().refuse(owner + ": " + reason);
  }

  TemplateException refuse(String key, String reason) {
    return mapping
        .get(key)
        .map(TemplateNode::position)
        .orElse(position())
        .refuse(owner + ": " + key + " " + reason);
  }

  /** What must stand under a key. */
  TemplateNode node(String key) {
    return mapping.get(key).orElseThrow(() -> refuse(key + " is missing"));
  }

  boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  Optional<String> text(String key) {
    return mapping.get(key).map(node -> scalar(key, node));
  }

  String requiredText(String key) {
    return text(key).orElseThrow(() -> refuse(key + " is missing"));
  }

  /** A list of texts; a single text is a list of one, as CloudFormation has it. */
  List<String> texts(String key) {
    return nodes(key).stream().map(node -> scalar(key, node)).toList();
  }

  /** A list of mappings; a single one is a list of one. */
  List<TemplateNode.Mapping> mappings(String key) {
    return nodes(key).stream().map(node -> asMapping(key, node)).toList();
  }

  /** The entries of the mapping under a key, none when it is absent. */
  Map<String, TemplateNode> entries(String key) {
    return mapping.mapping(key).entries();
  }

  /** The nodes of a list; a single one is a list of one. */
  List<TemplateNode> nodes(String key) {
    return switch (mapping.get(key).orElse(null)) {
      case null -> List.of();
      case TemplateNode.Sequence list -> list.items();
      case TemplateNode node -> List.of(node);
    };
  }

  void require(String key) {
    if (!has(key)) {
      throw refuse(key + " is missing");
    }
  }

  /** The properties under a key, none when it is absent. */
  Properties nested(String key, Set<String> understood) {
    return new Properties(owner + ": " + key, mapping.mapping(key), understood);
  }

  int number(String key, int absent) {
    return optionalNumber(key).orElse(absent);
  }

  OptionalInt optionalNumber(String key) {
    Optional<String> text = text(key);
    try {
      return text.isPresent()
          ? OptionalInt.of(new BigDecimal(text.get()).intValueExact())
          : OptionalInt.empty();
    } catch (ArithmeticException | NumberFormatException e) {
      throw refuse(key, "must be a whole number").causedBy(e);
    }
  }

  Duration seconds(String key, int absent) {
    return Duration.ofSeconds(number(key, absent));
  }

  boolean flag(String key, boolean absent) {
    return switch (text(key).orElse(String.valueOf(absent))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse(key, "must be true or false");
    };
  }

  private String scalar(String key, TemplateNode node) {
    if (node instanceof TemplateNode.Scalar scalar) {
      return scalar.text();
    }
    throw node.position().refuse(owner + ": " + key + " must be a single value");
  }

  private TemplateNode.Mapping asMapping(String key, TemplateNode node) {
    if (node instanceof TemplateNode.Mapping value) {
      return value;
    }
    throw node.position().refuse(owner + ": " + key + " must be a mapping");
  }
}
