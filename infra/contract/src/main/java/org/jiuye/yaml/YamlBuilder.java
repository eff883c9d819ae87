package org.jiuye.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader makes of YAML's nodes.
 *
 * @param <T> what a node becomes
 */
public interface YamlBuilder<T> {

  /** What a single value is. */
  enum Kind {
    /** Text: quoted, or nothing else. */
    TEXT,
    /** A number as JSON writes it. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code null}, or nothing at all. */
    NULL
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes
   */
  T scalar(Place place, Kind kind, String text);

  /** A list. */
  T sequence(Place place, List<T> items);

  /**
   * A mapping.
   *
   * @param entries in the order in which they are written
   */
  T mapping(Place place, Map<String, T> entries);

  /**
   * A node with a tag of one's own ({@code !Ref}); empty where the tag is not known.
   *
   * @param tag without the exclamation mark
   * @param value the node as it were without the tag; a single value is text
   */
  default Optional<T> tagged(Place place, String tag, T value) {
    return Optional.empty();
  }
}
