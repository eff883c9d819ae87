package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jiuye.runtime.Outcome;
import org.jiuye.template.LambdaFunction;

/** Schedules: what each of them sends. */
final class ScheduleTrigger implements Trigger {
  private static final String SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

  private final LambdaFunction function;

  ScheduleTrigger(LambdaFunction function) {
    this.function = function;
  }

  @Override
  public boolean isThere() {
    return !function.schedules().isEmpty();
  }

  @Override
  public List<String> good() {
    String now = Instant.now().truncatedTo(ChronoUnit.MINUTES).toString();
    return function.schedules().stream()
        .map(schedule -> schedule.input().replace(SCHEDULED_TIME, now))
        .toList();
  }

  @Override
  public void assertDone(Map<String, Outcome> outcomes) {
    outcomes.forEach(
        (event, outcome) -> assertThat(outcome.failed()).as("%s: %s", event, outcome).isFalse());
  }

  @Override
  public List<String> harmless() {
    return List.of("{\"schedule\":\"none\",\"scheduledTime\":\"2026-07-01T08:00:00Z\"}");
  }

  @Override
  public List<String> withinList(String event) {
    return List.of();
  }

  @Override
  public boolean isRefusal(Outcome outcome) {
    return outcome.failed();
  }
}
