package org.jiuye.local.control;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jiuye.local.clock.CountyClock;
import org.jiuye.local.http.HttpAnswer;
import org.jiuye.local.http.HttpCall;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows and moves the county's clock. */
final class ClockDesk {

  /** County time. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final JsonMapper JSON = new JsonMapper();

  private final CountyClock clock;

  ClockDesk(CountyClock clock) {
    this.clock = clock;
  }

  HttpAnswer show() {
    return HttpAnswer.json(200, state());
  }

  HttpAnswer move(HttpCall call) {
    JsonInput input = JsonInput.of(call, Set.of("now"));
    if (!input.has("now")) {
      throw ProblemException.invalid("\"now\" is missing: a date and time with offset, or null.");
    }
    Optional<String> now = input.text("now");
    if (now.isPresent()) {
      clock.set(parse(now.get()).toInstant());
    } else {
      clock.reset();
    }
    return show();
  }

  /** {@code now} in county time, and whether somebody set it. */
  ObjectNode state() {
    ObjectNode state = JSON.createObjectNode();
    state.put("now", text(clock.instant(), ZONE));
    state.put("set", clock.isSet());
    return state;
  }

  /** A moment with offset, to the millisecond. */
  static String text(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
  }

  private static OffsetDateTime parse(String now) {
    try {
      return OffsetDateTime.parse(now);
    } catch (DateTimeParseException malformed) {
      throw ProblemException.invalid(
          "\"%s\" is no date and time with offset, like 2026-12-01T08:00:00+08:00.".formatted(now));
    }
  }
}
