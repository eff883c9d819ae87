package org.jiuye.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the events that hand a queue's messages or a stream's records to a function. */
final class SourceReader {

  private static final String REPORT = "ReportBatchItemFailures";
  private static final Set<String> QUEUE =
      Set.of(
          "Queue",
          "BatchSize",
          "MaximumBatchingWindowInSeconds",
          "FunctionResponseTypes",
          "ScalingConfig",
          "FilterCriteria",
          "Enabled");
  private static final Set<String> STREAM =
      Set.of(
          "Stream",
          "StartingPosition",
          "BatchSize",
          "MaximumBatchingWindowInSeconds",
          "ParallelizationFactor",
          "BisectBatchOnFunctionError",
          "MaximumRetryAttempts",
          "MaximumRecordAgeInSeconds",
          "FunctionResponseTypes",
          "FilterCriteria",
          "DestinationConfig",
          "Enabled");

  private SourceReader() {}

  static LambdaFunction.QueueSource queue(String owner, String name, TemplateNode.Mapping mapping) {
    Properties properties = new Properties(owner, mapping, QUEUE);
    checkEnabled(properties);
    return new LambdaFunction.QueueSource(
        name,
        properties.requiredText("Queue"),
        properties.number("BatchSize", 10),
        properties.seconds("MaximumBatchingWindowInSeconds", 0),
        reportsBatchItemFailures(properties),
        properties
            .nested("ScalingConfig", Set.of("MaximumConcurrency"))
            .optionalNumber("MaximumConcurrency"),
        filterPatterns(properties));
  }

  static LambdaFunction.StreamSource stream(
      String owner, String name, TemplateNode.Mapping mapping) {
    Properties properties = new Properties(owner, mapping, STREAM);
    checkEnabled(properties);
    String startingPosition = properties.requiredText("StartingPosition");
    if (!Set.of("TRIM_HORIZON", "LATEST").contains(startingPosition)) {
      throw properties.refuse("StartingPosition", "must be TRIM_HORIZON or LATEST");
    }
    OptionalInt age = unlessEndless(properties.optionalNumber("MaximumRecordAgeInSeconds"));
    return new LambdaFunction.StreamSource(
        name,
        properties.requiredText("Stream"),
        startingPosition,
        properties.number("BatchSize", 100),
        properties.seconds("MaximumBatchingWindowInSeconds", 0),
        properties.number("ParallelizationFactor", 1),
        properties.flag("BisectBatchOnFunctionError", false),
        unlessEndless(properties.optionalNumber("MaximumRetryAttempts")),
        age.isPresent() ? Optional.of(Duration.ofSeconds(age.getAsInt())) : Optional.empty(),
        reportsBatchItemFailures(properties),
        filterPatterns(properties),
        onFailure(properties));
  }

  private static void checkEnabled(Properties source) {
    if (!source.flag("Enabled", true)) {
      throw source.refuse("Enabled", "must be true");
    }
  }

  /** The cloud writes "without end" as -1. */
  private static OptionalInt unlessEndless(OptionalInt number) {
    return number.isPresent() && number.getAsInt() < 0 ? OptionalInt.empty() : number;
  }

  private static boolean reportsBatchItemFailures(Properties source) {
    List<String> types = source.texts("FunctionResponseTypes");
    if (!types.stream().allMatch(REPORT::equals)) {
      throw source.refuse("FunctionResponseTypes", "may name " + REPORT + " only");
    }
    return !types.isEmpty();
  }

  private static List<String> filterPatterns(Properties source) {
    Properties criteria = source.nested("FilterCriteria", Set.of("Filters"));
    return criteria.mappings("Filters").stream()
        .map(filter -> new Properties("Filters", filter, Set.of("Pattern")))
        .map(filter -> filter.requiredText("Pattern"))
        .toList();
  }

  private static Optional<String> onFailure(Properties source) {
    Properties onFailure =
        source
            .nested("DestinationConfig", Set.of("OnFailure"))
            .nested("OnFailure", Set.of("Type", "Destination"));
    if (!onFailure.text("Type").orElse("SQS").equals("SQS")) {
      throw onFailure.refuse("Type", "must be SQS");
    }
    return onFailure.text("Destination");
  }
}
