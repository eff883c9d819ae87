package org.jiuye.local.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires: {@code cron(…)}, {@code rate(…)} or {@code at(…)}. */
sealed interface ScheduleExpression {

  /** The next time after an instant, empty when there is none. */
  Optional<Instant> nextAfter(Instant instant);

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it is not one
   */
  static ScheduleExpression parse(String text, ZoneId zone) {
    Matcher matcher = Pattern.compile("(cron|rate|at)\\((.*)\\)").matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a schedule's expression: " + text);
    }
    String inner = matcher.group(2).strip();
    return switch (matcher.group(1)) {
      case "cron" -> Cron.parse(inner, zone);
      case "rate" -> Rate.parse(inner);
      default -> new At(LocalDateTime.parse(inner).atZone(zone).toInstant());
    };
  }

  /** Minutes, hours, day of month, month, day of week and year. */
  record Cron(ExecutionTime times, ZoneId zone) implements ScheduleExpression {

    static Cron parse(String fields, ZoneId zone) {
      if (fields.split("\\s+").length != 6) {
        throw new IllegalArgumentException("cron(%s): not six fields".formatted(fields));
      }
      // Quartz's fields are the same, with seconds in front.
      CronParser parser =
          new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
      return new Cron(ExecutionTime.forCron(parser.parse("0 " + fields)), zone);
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
      return times.nextExecution(instant.atZone(zone)).map(time -> time.toInstant());
    }
  }

  /** Evenly, counted from when the schedule was last set. */
  record Rate(Duration interval) implements ScheduleExpression {

    static Rate parse(String text) {
      Matcher matcher = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?").matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("not a rate: " + text);
      }
      ChronoUnit unit = ChronoUnit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT) + "S");
      return new Rate(unit.getDuration().multipliedBy(Long.parseLong(matcher.group(1))));
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
      return Optional.of(instant.plus(interval));
    }
  }

  /** Once. */
  record At(Instant time) implements ScheduleExpression {

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
      return time.isAfter(instant) ? Optional.of(time) : Optional.empty();
    }
  }
}
