package org.jiuye.stall.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.site.model.Site;

/**
 * The county's sites ({@code STALL#SITES}), trades ({@code COUNTY#TRADES}) and holidays ({@code
 * COUNTY#CALENDAR}), all seeded.
 */
final class SiteStore {
  private final Table table;
  private final Items items;

  SiteStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  List<Site> sites() {
    return table.queryAll(Query.of("STALL#SITES", "SITE#")).stream()
        .map(item -> items.decode(item, Site.class))
        .toList();
  }

  /** Trades by code. */
  Map<String, Trade> trades() {
    return table.queryAll(Query.of("COUNTY#TRADES", "TRADE#")).stream()
        .map(item -> items.decode(item, Trade.class))
        .collect(Collectors.toMap(Trade::code, trade -> trade));
  }

  /** The years whose public holidays are known. */
  WorkingDays calendar() {
    return new WorkingDays(
        table.queryAll(Query.of("COUNTY#CALENDAR", "YEAR#")).stream()
            .map(item -> items.decode(item, WorkingDays.CalendarYear.class))
            .toList());
  }

  /**
   * What is sold.
   *
   * @param name by language tag
   */
  record Trade(String code, Map<String, String> name) {}
}
