package org.jiuye.seeds;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.seeds.SeedFile.Located;

/** Checks of numbered ranges, such as {@code A001} to {@code A050}. */
final class RangeChecks {

  private RangeChecks() {}

  /** Ranges keep to one letter and ascend, so that no number stands twice. */
  static List<SeedError> rangesAscend(List<Located> lists, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    for (Located ranges : lists) {
      String last = "";
      for (Located range : ranges.children()) {
        String from = range.text("from");
        String to = range.text("to");
        if (from.charAt(0) != to.charAt(0) || from.compareTo(to) > 0) {
          errors.add(range.error(from + " to " + to + " is no ascending range of one letter"));
        } else if (from.compareTo(last) <= 0) {
          errors.add(
              range.error(from + " does not come after " + last + ", the last number so far"));
        }
        last = to.compareTo(last) > 0 ? to : last;
      }
    }
    return errors;
  }
}
