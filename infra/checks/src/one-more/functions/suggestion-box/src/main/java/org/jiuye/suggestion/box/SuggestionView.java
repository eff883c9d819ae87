package org.jiuye.suggestion.box;

import java.time.OffsetDateTime;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.suggestion.box.model.Suggestion;

/** A suggestion as it is answered. */
record SuggestionView(
    String suggestionId, String topic, Suggestion.State state, OffsetDateTime madeAt) {
  static SuggestionView of(Suggestion suggestion) {
    return new SuggestionView(
        suggestion.suggestionId(),
        suggestion.topic(),
        suggestion.state(),
        CountyTime.inCounty(suggestion.madeAt()));
  }
}
