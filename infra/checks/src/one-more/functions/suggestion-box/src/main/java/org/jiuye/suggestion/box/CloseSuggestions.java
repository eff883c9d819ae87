package org.jiuye.suggestion.box;

import java.time.Instant;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.suggestion.box.model.Suggestion;

/** Closes suggestions whose days are over; one that is closed already is passed over. */
final class CloseSuggestions implements ScheduleFunction.Task {
  private final SuggestionStore store;

  CloseSuggestions(SuggestionStore store) {
    this.store = store;
  }

  record Report(int closed) {}

  @Override
  public Report run(Instant scheduledTime) {
    int closed = 0;
    for (Suggestion suggestion : store.due(scheduledTime)) {
      closed += store.close(suggestion) ? 1 : 0;
    }
    return new Report(closed);
  }
}
