package org.jiuye.suggestion.box;

import java.util.List;
import java.util.Map;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.suggestion.box.model.Suggestion;
import org.jiuye.suggestion.box.model.Topic;

/** What the box tells others. */
final class SuggestionEvents {
  private SuggestionEvents() {}

  /**
   * A suggestion.
   *
   * @param division where the topic is looked after
   */
  record SuggestionData(
      String suggestionId,
      String topic,
      Map<String, String> topicName,
      String division,
      String personId,
      List<String> recipientIds) {}

  static Event made(Suggestion suggestion, Topic topic) {
    return Event.of(
        "/suggestion-box",
        "org.jiuye.suggestion.suggestion-made.v1",
        suggestion.suggestionId(),
        CountyTime.inCounty(suggestion.madeAt()),
        suggestion.version(),
        new SuggestionData(
            suggestion.suggestionId(),
            topic.topic(),
            topic.name(),
            topic.division(),
            suggestion.personId(),
            List.of(suggestion.personId())));
  }
}
