package org.jiuye.stall.session;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.standing.StandingStore;

/** What is kept of sessions and brings them to rest, wired; other rooms work with it. */
@BuiltByName
public record SessionRoom(
    SiteCatalog catalog,
    Sessions sessions,
    PersonStore persons,
    ClosureStore closures,
    WaitingStore waiting,
    StallStore stalls,
    DueStore due,
    Allocator allocator,
    LookAfterSession lookAfter) {

  public static SessionRoom of(
      Table table, Items items, SiteCatalog catalog, StandingStore standings, CountyTime time) {
    PersonStore persons = new PersonStore(table, items);
    WaitingStore waiting = new WaitingStore(table, items, persons, standings);
    StallStore stalls = new StallStore(table, items, persons, standings, waiting);
    Allocator allocator = new Allocator(stalls, waiting, time);
    return SessionRoomBuilder.builder()
        .catalog(catalog)
        .sessions(new Sessions(catalog))
        .persons(persons)
        .closures(new ClosureStore(table, items))
        .waiting(waiting)
        .stalls(stalls)
        .due(new DueStore(table, items))
        .allocator(allocator)
        .lookAfter(new LookAfterSession(stalls, allocator, time))
        .build();
  }
}
