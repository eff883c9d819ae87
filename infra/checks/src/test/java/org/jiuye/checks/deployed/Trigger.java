package org.jiuye.checks.deployed;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.runtime.Outcome;
import org.jiuye.template.LambdaFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What calls a function, as its events in the template say: how events look and are answered. */
interface Trigger {
  JsonMapper JSON = new JsonMapper();

  /**
   * The one trigger of a function.
   *
   * @param function has one kind of events, or none of these tests would know what it answers
   */
  static Trigger of(
      LambdaFunction function, EmulatedCloud cloud, Function<String, Outcome> invoke) {
    List<Trigger> triggers =
        Stream.of(
                new HttpTrigger(function, cloud, invoke),
                new QueueTrigger(function),
                new StreamTrigger(function),
                new ScheduleTrigger(function))
            .<Trigger>map(trigger -> trigger)
            .filter(Trigger::isThere)
            .toList();
    if (triggers.size() != 1) {
      throw new IllegalStateException(function.logicalId() + " must have events of one kind");
    }
    return triggers.getFirst();
  }

  /** Whether the function has such events. */
  boolean isThere();

  /** Events that the function is there for. */
  List<String> good();

  /** The ones to try again: each operation once, by a caller who may. */
  default List<String> chosen() {
    return good();
  }

  /** Makes sure that good events were handled. */
  void assertDone(Map<String, Outcome> outcomes);

  /** Events that are of the right form and must change nothing. */
  List<String> harmless();

  /** Events of the right form in whose innermost text a list with another event stands. */
  List<String> withinList(String event);

  /** Whether an outcome says that the event was not handled. */
  boolean isRefusal(Outcome outcome);

  /** The outcome without what differs each time. */
  default String verdict(Outcome outcome) {
    return outcome.failed() ? "failed" : outcome.body();
  }

  static ObjectNode object(String json) {
    return (ObjectNode) JSON.readTree(json);
  }

  /** An event of the suite that nobody has seen yet. */
  static String renewed(String event) {
    return object(event).put("id", UUID.randomUUID().toString()).toString();
  }

  /** Which records of a batch come again. */
  static List<String> batchItemFailures(Outcome outcome) {
    JsonNode failures = JSON.readTree(outcome.body()).path("batchItemFailures");
    if (outcome.failed() || !failures.isArray()) {
      throw new AssertionError("Not an answer for a batch: " + outcome);
    }
    return failures
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").asString(""))
        .toList();
  }
}
