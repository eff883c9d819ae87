package org.jiuye.template;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a template, with the place where it stands. */
public sealed interface TemplateNode {

  /** Where it stands. */
  Position position();

  /**
   * The same as Java's own values: {@code String}, {@code Number}, {@code Boolean}, lists, maps.
   */
  Object toPlain();

  /** What YAML took an unquoted scalar for. */
  enum Kind {
    /** Text, or a quoted scalar. */
    TEXT,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN
  }

  /**
   * A single value.
   *
   * @param text as written: CloudFormation hands values on as text
   */
  record Scalar(Position position, String text, Kind kind) implements TemplateNode {

    /** Some text. */
    static Scalar text(Position position, String text) {
      return new Scalar(position, text, Kind.TEXT);
    }

    @Override
    public Object toPlain() {
      return switch (kind) {
        case TEXT -> text;
        case NUMBER -> new BigDecimal(text);
        case BOOLEAN -> Boolean.valueOf(text);
      };
    }
  }

  /** A list. */
  record Sequence(Position position, List<TemplateNode> items) implements TemplateNode {
    @Override
    public Object toPlain() {
      return items.stream().map(TemplateNode::toPlain).toList();
    }
  }

  /** Entries in the order in which they are written. */
  record Mapping(Position position, Map<String, TemplateNode> entries) implements TemplateNode {

    /** What stands under a key. */
    public Optional<TemplateNode> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** What must stand under a key. */
    TemplateNode required(String key) {
      return get(key).orElseThrow(() -> position.refuse(key + " is missing"));
    }

    /**
     * The mapping under a key, an empty one when there is none.
     *
     * @throws TemplateException when something else stands there
     */
    public Mapping mapping(String key) {
      TemplateNode node = entries.get(key);
      return switch (node) {
        case null -> new Mapping(position, Map.of());
        case Mapping mapping -> mapping;
        default -> throw node.position().refuse(key + " must be a mapping");
      };
    }

    @Override
    public Map<String, Object> toPlain() {
      Map<String, Object> plain = new LinkedHashMap<>();
      entries.forEach((key, value) -> plain.put(key, value.toPlain()));
      return plain;
    }
  }
}
