package org.jiuye.notification.delivery;

import java.util.List;
import org.jiuye.notification.delivery.model.Caseworker;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Table;

/** The people who serve the county's divisions, as the county lists them. */
public final class CaseworkerStore {
  private static final String CASEWORKERS = "COUNTY#CASEWORKERS";

  private final Table table;
  private final Items items;

  public CaseworkerStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  List<Caseworker> all() {
    return table.queryAll(Query.of(CASEWORKERS)).stream()
        .map(item -> items.decode(item, Caseworker.class))
        .toList();
  }
}
