package org.jiuye.template;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events that call a function by the clock. */
final class ScheduleReader {

  private static final Set<String> SCHEDULER =
      Set.of(
          "Name",
          "Description",
          "ScheduleExpression",
          "ScheduleExpressionTimezone",
          "Input",
          "RetryPolicy",
          "DeadLetterConfig",
          "FlexibleTimeWindow",
          "State",
          "OmitName",
          "RoleArn",
          "PermissionsBoundary",
          "KmsKeyArn");
  private static final Set<String> RULE =
      Set.of(
          "Name",
          "Description",
          "Schedule",
          "Input",
          "RetryPolicy",
          "DeadLetterConfig",
          "State",
          "Enabled");
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_RETRIES = 185;
  private static final int DAY_IN_SECONDS = 86_400;

  private ScheduleReader() {}

  /** A schedule of EventBridge Scheduler; empty when it is disabled. */
  static Optional<LambdaFunction.Schedule> readScheduler(
      String owner, String standardName, String eventName, TemplateNode.Mapping mapping) {
    Properties properties = new Properties(owner, mapping, SCHEDULER);
    Properties window =
        properties.nested("FlexibleTimeWindow", Set.of("Mode", "MaximumWindowInMinutes"));
    if (!window.text("Mode").orElse("OFF").equals("OFF")) {
      throw window.refuse("Mode", "must be OFF");
    }
    return schedule(
        properties,
        standardName,
        eventName,
        properties.requiredText("ScheduleExpression"),
        properties.text("ScheduleExpressionTimezone").orElse("UTC"));
  }

  /** A rule of EventBridge, which knows no time zone; empty when it is disabled. */
  static Optional<LambdaFunction.Schedule> readRule(
      String owner, String standardName, String eventName, TemplateNode.Mapping mapping) {
    Properties properties = new Properties(owner, mapping, RULE);
    if (!properties.flag("Enabled", true)) {
      return Optional.empty();
    }
    return schedule(
        properties, standardName, eventName, properties.requiredText("Schedule"), "UTC");
  }

  private static Optional<LambdaFunction.Schedule> schedule(
      Properties properties,
      String standardName,
      String eventName,
      String expression,
      String timeZone) {
    if (!expression.matches("(cron|rate|at)\\(.+\\)")) {
      throw properties.refuse("needs an expression cron(…), rate(…) or at(…): " + expression);
    }
    String state = properties.text("State").orElse("ENABLED");
    if (state.equals("DISABLED")) {
      return Optional.empty();
    }
    if (!state.equals("ENABLED")) {
      throw properties.refuse("State", "must be ENABLED or DISABLED");
    }
    Properties retries =
        properties.nested(
            "RetryPolicy", Set.of("MaximumRetryAttempts", "MaximumEventAgeInSeconds"));
    return Optional.of(
        new LambdaFunction.Schedule(
            eventName,
            properties.text("Name").orElse(standardName),
            expression,
            timeZone,
            input(properties),
            retries.number("MaximumRetryAttempts", MOST_RETRIES),
            retries.seconds("MaximumEventAgeInSeconds", DAY_IN_SECONDS),
            properties.nested("DeadLetterConfig", Set.of("Arn")).text("Arn")));
  }

  /** Lambda takes JSON alone, and the scheduler refuses anything else when it is set up. */
  private static String input(Properties properties) {
    String input = properties.requiredText("Input");
    try {
      JSON.readValue(input, JsonNode.class);
      return input;
    } catch (JacksonException notJson) {
      throw properties.refuse("Input", "must be JSON").causedBy(notJson);
    }
  }
}
