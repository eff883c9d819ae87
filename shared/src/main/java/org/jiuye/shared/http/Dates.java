package org.jiuye.shared.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as requests write them. */
final class Dates {
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Before, China's clocks were not eight hours ahead all year, and once not by whole minutes. */
  static final LocalDate FIRST = LocalDate.of(1992, 1, 1);

  /** Nobody who lives was born before, and no business is older. */
  static final LocalDate IN_LIVING_MEMORY = LocalDate.of(1900, 1, 1);

  /** The night of the last day would end in the year 10000: no time of RFC 3339 either. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  private Dates() {}

  static Optional<LocalDate> parse(String text) {
    return parse(text, FIRST);
  }

  static Optional<LocalDate> parse(String text, LocalDate first) {
    try {
      return Optional.of(text)
          .filter(FORM.asMatchPredicate())
          .map(LocalDate::parse)
          .filter(date -> !date.isBefore(first) && !date.isAfter(LAST));
    } catch (DateTimeParseException impossible) {
      return Optional.empty();
    }
  }
}
