package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.runtime.Outcome;

/** What hands on every event of the suite in batches, and is told which of them come again. */
abstract class BatchTrigger implements Trigger {
  static final List<String> EVENTS = new EventSchemas().examples();

  /** How many the template lets come at once. */
  abstract int batchSize();

  /** Events of the suite as Lambda hands them on. */
  abstract String batchOf(List<String> events);

  @Override
  public List<String> good() {
    List<String> batches = new ArrayList<>();
    for (int from = 0; from < EVENTS.size(); from += batchSize()) {
      List<String> part = EVENTS.subList(from, Math.min(from + batchSize(), EVENTS.size()));
      batches.add(batchOf(part.stream().map(Trigger::renewed).toList()));
    }
    return batches;
  }

  @Override
  public List<String> chosen() {
    return EVENTS.stream().map(event -> batchOf(List.of(Trigger.renewed(event)))).toList();
  }

  @Override
  public void assertDone(Map<String, Outcome> outcomes) {
    outcomes.forEach(
        (event, outcome) ->
            assertThat(Trigger.batchItemFailures(outcome)).as("%s: %s", event, outcome).isEmpty());
  }

  @Override
  public boolean isRefusal(Outcome outcome) {
    return outcome.failed() || !Trigger.batchItemFailures(outcome).isEmpty();
  }
}
