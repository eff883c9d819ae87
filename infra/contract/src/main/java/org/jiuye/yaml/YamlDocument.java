package org.jiuye.yaml;

import java.util.Map;

/**
 * What stands in a YAML file, and where.
 *
 * @param <T> what a node became
 * @param values where each value begins, by JSON pointer
 * @param keys where each property's name stands, by the JSON pointer of its value
 */
public record YamlDocument<T>(T root, Map<String, Place> values, Map<String, Place> keys) {

  /** Where a value begins; for one that is not there, where what should hold it begins. */
  public Place value(String pointer) {
    for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
      Place place = values.get(at);
      if (place != null) {
        return place;
      }
      if (at.isEmpty()) {
        return Place.START;
      }
    }
  }

  /**
   * Where a property's name stands; for an element of a list, where it begins; for what is not
   * there, where the name of what should hold it stands.
   */
  public Place key(String pointer) {
    for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
      Place place = keys.containsKey(at) ? keys.get(at) : values.get(at);
      if (place != null) {
        return place;
      }
      if (at.isEmpty()) {
        return Place.START;
      }
    }
  }

  /** A property's name as a step of a JSON pointer. */
  public static String escape(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }
}
