package org.jiuye.suggestion.box;

import java.util.Map;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;

/** The box's use cases, wired. */
public final class Box {
  private final SuggestionStore store;
  private final CountyTime time;

  public Box(Table table, Items items, CountyTime time) {
    this.store = new SuggestionStore(table, items);
    this.time = time;
  }

  public Routes routes(Idempotency idempotency) {
    return Routes.builder()
        .open("GET /suggestion-topics", new ListTopics(store)::handle)
        .guarded(
            "POST /suggestions", new MakeSuggestion(store, idempotency, time)::handle, Role.CITIZEN)
        .build();
  }

  public Map<String, ScheduleFunction.Task> tasks() {
    return Map.of("close-suggestions", new CloseSuggestions(store));
  }
}
