package org.jiuye.seeds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiuye.seeds.SeedFile.Located;

/** Checks of what the whole county shares. */
final class CountyChecks {

  private CountyChecks() {}

  /** Days are of the file's year and ascend; worked days are of a weekend and no days off. */
  static List<SeedError> calendarDates(List<Located> calendars, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    for (Located calendar : calendars) {
      Set<LocalDate> holidays = ascending(calendar, "holidays", errors);
      ascending(calendar, "workdays", errors);
      for (Located workday : calendar.file().select("/workdays/*")) {
        LocalDate date = date(workday);
        if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
          errors.add(workday.error(date + " is worked anyway: it is no Saturday or Sunday"));
        }
        if (holidays.contains(date)) {
          errors.add(workday.error(date + " is also among the holidays"));
        }
      }
    }
    return errors;
  }

  private static Set<LocalDate> ascending(
      Located calendar, String property, List<SeedError> errors) {
    int year = calendar.node().path("year").asInt();
    Set<LocalDate> dates = new HashSet<>();
    LocalDate last = LocalDate.MIN;
    for (Located value : calendar.file().select("/" + property + "/*")) {
      LocalDate date = date(value);
      if (date.getYear() != year) {
        errors.add(value.error(date + " is not in " + year));
      } else if (!date.isAfter(last)) {
        errors.add(value.error(date + " does not come after " + last));
      }
      dates.add(date);
      last = date;
    }
    return dates;
  }

  private static LocalDate date(Located value) {
    return LocalDate.parse(value.node().asString());
  }

  /** One division is the county itself, and every other's code begins with its code. */
  static List<SeedError> divisionCodes(List<Located> divisions, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    for (Located county : files.select("county", "/county/code")) {
      String code = county.node().asString("");
      for (Located division : divisions) {
        boolean isCounty = division.text("kind").equals("COUNTY");
        if (isCounty != division.text("code").equals(code)) {
          errors.add(division.error("only " + code + " is the county itself"));
        } else if (!division.text("code").startsWith(code)) {
          errors.add(division.error(division.text("code") + " is not under county " + code));
        }
      }
    }
    return errors;
  }

  /**
   * Every division under the county has exactly one caseworker with each duty that asks for it
   * ({@code oneCaseworkerADivision}).
   */
  static List<SeedError> oneCaseworkerADivision(List<Located> caseworkers, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    for (Located duty : files.select("duties", "/duties/*")) {
      if (duty.node().path("oneCaseworkerADivision").asBoolean(false)) {
        for (Located division : files.select("divisions", "/divisions/*")) {
          if (!division.text("kind").equals("COUNTY")) {
            errors.addAll(oneWith(duty.text("duty"), division.text("code"), caseworkers));
          }
        }
      }
    }
    return errors;
  }

  private static List<SeedError> oneWith(String duty, String code, List<Located> caseworkers) {
    List<Located> responsible =
        caseworkers.stream()
            .filter(caseworker -> caseworker.text("role").equals("caseworker"))
            .filter(caseworker -> holds(caseworker, "duties", duty))
            .filter(caseworker -> holds(caseworker, "divisions", code))
            .toList();
    if (responsible.isEmpty()) {
      return List.of(
          caseworkers
              .getFirst()
              .file()
              .error("", "no caseworker has the duty " + duty + " in division " + code));
    }
    return responsible.stream()
        .skip(1)
        .map(caseworker -> caseworker.error("a second one with the duty " + duty + " in " + code))
        .toList();
  }

  private static boolean holds(Located entry, String property, String value) {
    return entry.node().path(property).valueStream().anyMatch(v -> v.asString().equals(value));
  }
}
