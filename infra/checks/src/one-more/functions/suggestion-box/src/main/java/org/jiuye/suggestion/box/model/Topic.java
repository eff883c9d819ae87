package org.jiuye.suggestion.box.model;

import java.util.Map;

/**
 * What suggestions can be about.
 *
 * @param name by language tag
 * @param division whose staff look after it
 * @param openDays for how many days a suggestion stays open
 */
public record Topic(String topic, Map<String, String> name, String division, int openDays) {
  public Topic {
    name = Map.copyOf(name);
  }
}
