package org.jiuye.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes tables for a terminal. */
final class Texts {
  private Texts() {}

  /** Lines up columns: the first to the left, the others to the right. */
  static List<String> table(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String gap = " ".repeat(widths[column] - row.get(column).length());
        line.append(column == 0 ? row.get(column) + gap : "  " + gap + row.get(column));
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add(1, "-".repeat(lines.stream().mapToInt(String::length).max().orElse(0)));
    return lines;
  }

  /** Lines as one text. */
  static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  /** A number with this many digits after the point, and commas between thousands. */
  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** Units: halves matter, and no more. */
  static String units(double value) {
    return number(value, value == Math.rint(value) ? 0 : 1);
  }
}
