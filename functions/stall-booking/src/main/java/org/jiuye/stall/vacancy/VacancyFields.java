package org.jiuye.stall.vacancy;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jiuye.shared.http.BodyFields;
import org.jiuye.stall.vacancy.model.PayRange;
import org.jiuye.stall.vacancy.model.Vacancy;

/** Reads vacancies from a request's body. */
public final class VacancyFields {
  private static final int MOST_VACANCIES = 20;
  private static final int MOST_HEADCOUNT = 500;
  private static final int MOST_YUAN = 1_000_000;
  private static final Pattern TITLE = line(60);
  private static final Pattern PLACE = line(100);
  private static final Pattern DUTIES = lines(1000);
  private static final Pattern CONDITIONS = lines(500);

  private VacancyFields() {}

  /** The vacancies for a market day, one at least. */
  public static List<Vacancy> read(BodyFields fields, LocalDate marketDay) {
    return fields.list("vacancies", 1, MOST_VACANCIES, vacancy -> vacancy(vacancy, marketDay));
  }

  private static Vacancy vacancy(BodyFields fields, LocalDate marketDay) {
    Vacancy vacancy =
        new Vacancy(
            fields.text("title", TITLE).strip(),
            fields.text("duties", DUTIES).strip(),
            fields.integer("headcount", 1, MOST_HEADCOUNT),
            fields.object("monthlyPay", VacancyFields::pay),
            fields.text("place", PLACE).strip(),
            fields.optionalText("conditions", CONDITIONS).map(String::strip),
            fields.date("validUntil"));
    fields.ensure(!vacancy.validUntil().isBefore(marketDay), "validUntil", "out-of-range");
    return vacancy;
  }

  private static PayRange pay(BodyFields fields) {
    PayRange pay =
        new PayRange(fields.integer("from", 0, MOST_YUAN), fields.integer("to", 0, MOST_YUAN));
    fields.ensure(pay.from() <= pay.to(), "to", "out-of-range");
    return pay;
  }

  /** A line that is not blank. */
  private static Pattern line(int most) {
    return Pattern.compile(
        "(?=.*\\S)\\P{Cc}{1," + most + "}", Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
  }

  /** Lines that are not all blank. */
  private static Pattern lines(int most) {
    return Pattern.compile(
        "(?=.*\\S)[\\P{Cc}\\n]{1," + most + "}", Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
  }
}
