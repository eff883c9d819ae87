package org.jiuye.bench;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.emulators.EmulatedCloud;

/** What operations cost in DynamoDB's units, beside the least that they can cost. */
final class UnitCosts {
  private final EmulatedCloud cloud;
  private final List<Row> rows = new ArrayList<>();

  UnitCosts(EmulatedCloud cloud) {
    this.cloud = cloud;
  }

  /**
   * An operation.
   *
   * @param formula how the least is worked out
   */
  private record Row(String name, int requests, Units charged, Units least, String formula) {}

  /** Runs an operation and notes what it cost. */
  Recording measure(String name, Runnable operation, Units least, String formula) {
    TableSizes before = TableSizes.of(cloud);
    Recording recording = Meter.measure(operation);
    Units charged = new Charge(before, TableSizes.of(cloud)).of(recording);
    rows.add(new Row(name, recording.exchanges().size(), charged, least, formula));
    return recording;
  }

  List<String> table() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("operation", "requests", "RCU", "least", "WCU", "least", "ratio"));
    for (Row row : rows) {
      cells.add(
          List.of(
              row.name(),
              Integer.toString(row.requests()),
              Texts.units(row.charged().read()),
              Texts.units(row.least().read()),
              Texts.units(row.charged().write()),
              Texts.units(row.least().write()),
              row.least().price() == 0 && row.charged().price() == 0
                  ? "-"
                  : Texts.number(row.charged().price() / row.least().price(), 2)));
    }
    return Texts.table(cells);
  }

  /** How the least of each is worked out. */
  List<String> formulas() {
    return rows.stream().map(row -> row.name() + ": " + row.formula()).toList();
  }
}
