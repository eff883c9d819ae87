package org.jiuye.local.control;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jiuye.local.http.HttpAnswer;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.local.schedule.Schedules;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the schedules and fires one by hand. */
final class ScheduleDesk {

  private static final JsonMapper JSON = new JsonMapper();

  private final Schedules schedules;

  ScheduleDesk(Schedules schedules) {
    this.schedules = schedules;
  }

  ArrayNode list() {
    ArrayNode list = JSON.createArrayNode();
    for (Schedules.ScheduleState state : schedules.list()) {
      ObjectNode schedule = list.addObject();
      schedule.put("name", state.name());
      schedule.put("expression", state.expression());
      schedule.put("timeZone", state.timeZone().getId());
      schedule.put("function", state.functionLogicalId());
      schedule.put("nextRun", text(state.nextRun(), state.timeZone()));
      schedule.put("lastRun", text(state.lastRun(), state.timeZone()));
    }
    return list;
  }

  HttpAnswer run(String name) {
    Invocation invocation;
    try {
      invocation = schedules.run(name);
    } catch (IllegalArgumentException unknown) {
      throw new ProblemException(
          404,
          "schedule-unknown",
          "There is no schedule \"%s\". Schedules: %s."
              .formatted(
                  name,
                  String.join(
                      ", ",
                      schedules.list().stream().map(Schedules.ScheduleState::name).toList())));
    }
    return switch (invocation) {
      case Invocation.Succeeded succeeded -> success(name, succeeded);
      case Invocation.Failed failed ->
          throw failure("function-failed", failed.errorType() + ": " + failed.errorMessage());
      case Invocation.TimedOut _ ->
          throw failure("function-timed-out", "The function did not answer within its time.");
      case Invocation.Throttled _ ->
          throw failure("function-throttled", "As many of its invocations run as may run at once.");
    };
  }

  private static HttpAnswer success(String name, Invocation.Succeeded succeeded) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("schedule", name);
    answer.set("result", json(succeeded.payload()));
    return HttpAnswer.json(200, answer);
  }

  private static JsonNode json(byte[] payload) {
    try {
      return JSON.readTree(payload);
    } catch (JacksonException notJson) {
      throw failure("function-failed", "The function's answer is not JSON.");
    }
  }

  private static ProblemException failure(String code, String detail) {
    return new ProblemException(502, code, detail);
  }

  private static @Nullable String text(Optional<Instant> time, ZoneId zone) {
    return time.map(instant -> ClockDesk.text(instant, zone)).orElse(null);
  }
}
