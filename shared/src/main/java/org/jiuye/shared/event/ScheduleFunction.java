package org.jiuye.shared.event;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.jiuye.shared.invocation.InvocationFunction;
import org.jiuye.shared.invocation.SafeLog;
import org.jiuye.shared.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Runs what a schedule asks for: {@code {"schedule": name, "scheduledTime": instant}}. */
public final class ScheduleFunction extends InvocationFunction {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleFunction.class);
  private static final Set<String> FIELDS = Set.of("schedule", "scheduledTime");

  private final Map<String, Task> tasks;

  /**
   * The tasks by the names of their schedules.
   *
   * @param tasks each safe to run again for the same time
   */
  public ScheduleFunction(Map<String, Task> tasks) {
    this.tasks = Map.copyOf(tasks);
  }

  /** One schedule's work. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does the work that was due at a time.
     *
     * @return what was done, for the answer; numbers and ids, no personal data
     */
    Object run(Instant scheduledTime);
  }

  @Override
  protected byte[] invoke(byte[] event) {
    JsonNode payload = parse(event);
    if (!payload.isObject() || !Set.copyOf(payload.propertyNames()).equals(FIELDS)) {
      throw new IllegalArgumentException("A schedule sends " + FIELDS);
    }
    Task task = tasks.get(payload.get("schedule").asString(""));
    if (task == null) {
      throw new IllegalArgumentException("No such schedule");
    }
    return run(task, time(payload.get("scheduledTime")));
  }

  /**
   * A failure goes to Lambda, which logs its message and has the task run again: so it has none.
   */
  private static byte[] run(Task task, Instant scheduledTime) {
    try {
      return Json.MAPPER.writeValueAsBytes(task.run(scheduledTime));
    } catch (RuntimeException failure) {
      LOG.error("A schedule's task failed: {}", SafeLog.describe(failure));
      throw new IllegalStateException("A schedule's task failed");
    }
  }

  private static JsonNode parse(byte[] event) {
    try {
      return Json.MAPPER.readTree(event);
    } catch (JacksonException failure) {
      // Without its cause, whose message quotes what it met.
      throw new IllegalArgumentException("Not JSON");
    }
  }

  private static Instant time(JsonNode value) {
    try {
      return Instant.parse(value.asString(""));
    } catch (DateTimeParseException failure) {
      throw new IllegalArgumentException("scheduledTime is not an instant");
    }
  }
}
