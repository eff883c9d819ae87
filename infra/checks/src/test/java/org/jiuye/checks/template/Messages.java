package org.jiuye.checks.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.Queue;
import org.jiuye.template.TemplateNode;

/** Queues and streams: what fails comes again, and at last somebody hears of it. */
final class Messages {
  private static final int TIMEOUTS = 6;

  private Messages() {}

  static List<String> sourcesReportWhatFailed(Subject subject) {
    return subject.template().functions().stream()
        .flatMap(
            function ->
                Stream.concat(
                        function.queueSources().stream()
                            .filter(source -> !source.reportsBatchItemFailures())
                            .map(LambdaFunction.QueueSource::eventName),
                        function.streamSources().stream()
                            .filter(source -> !source.reportsBatchItemFailures())
                            .map(LambdaFunction.StreamSource::eventName))
                    .map(
                        event ->
                            "%s: %s lacks ReportBatchItemFailures"
                                .formatted(function.logicalId(), event)))
        .toList();
  }

  static List<String> visibilityOutlastsSixTimeouts(Subject subject) {
    CloudTemplate template = subject.template();
    return template.functions().stream()
        .flatMap(
            function ->
                function.queueSources().stream()
                    .flatMap(source -> queue(template, source.queueArn()).stream())
                    .filter(
                        queue ->
                            queue
                                    .visibilityTimeout()
                                    .compareTo(function.timeout().multipliedBy(TIMEOUTS))
                                < 0)
                    .map(
                        queue ->
                            "%s is visible again before %s had its time %d times"
                                .formatted(queue.logicalId(), function.logicalId(), TIMEOUTS)))
        .toList();
  }

  static List<String> queuesHaveDeadLetters(Subject subject) {
    Set<String> ends = ends(subject.template());
    Set<String> sources = new HashSet<>();
    subject.template().functions().stream()
        .flatMap(function -> function.queueSources().stream())
        .forEach(source -> sources.add(source.queueArn()));
    return subject.template().queues().stream()
        .filter(queue -> queue.redrive().isEmpty())
        .filter(queue -> sources.contains(queue.arn()) || !ends.contains(queue.arn()))
        .map(queue -> queue.logicalId() + " has no dead letters")
        .toList();
  }

  /** A queue that nothing leads on from is looked at by people, whom an alarm must call. */
  static List<String> deadLettersRaiseAnAlarm(Subject subject) {
    Set<String> watched = new HashSet<>();
    subject
        .resources("AWS::CloudWatch::Alarm")
        .map(Map.Entry::getValue)
        .filter(Messages::tellsOfFirstMessage)
        .flatMap(alarm -> queueNames(alarm))
        .forEach(watched::add);
    return subject.template().queues().stream()
        .filter(queue -> queue.redrive().isEmpty())
        .filter(queue -> !watched.contains(queue.name()))
        .map(queue -> queue.logicalId() + " has no alarm on its visible messages")
        .toList();
  }

  private static boolean tellsOfFirstMessage(TemplateNode.Mapping alarm) {
    return Map.of(
            "Namespace", "AWS/SQS",
            "MetricName", "ApproximateNumberOfMessagesVisible",
            "Threshold", "0",
            "ComparisonOperator", "GreaterThanThreshold")
        .entrySet()
        .stream()
        .allMatch(
            needed -> Subject.text(alarm, needed.getKey()).equals(Optional.of(needed.getValue())));
  }

  private static Stream<String> queueNames(TemplateNode.Mapping alarm) {
    return alarm.get("Dimensions").stream()
        .filter(TemplateNode.Sequence.class::isInstance)
        .flatMap(list -> ((TemplateNode.Sequence) list).items().stream())
        .filter(TemplateNode.Mapping.class::isInstance)
        .map(TemplateNode.Mapping.class::cast)
        .filter(dimension -> Subject.text(dimension, "Name").equals(Optional.of("QueueName")))
        .flatMap(dimension -> Subject.text(dimension, "Value").stream());
  }

  /** The queues in which ends what nobody could handle. */
  private static Set<String> ends(CloudTemplate template) {
    Set<String> ends = new HashSet<>();
    template.queues().stream()
        .flatMap(queue -> queue.redrive().stream())
        .forEach(redrive -> ends.add(redrive.deadLetterQueueArn()));
    for (LambdaFunction function : template.functions()) {
      function.schedules().forEach(schedule -> schedule.deadLetterArn().ifPresent(ends::add));
      function.streamSources().forEach(source -> source.onFailureArn().ifPresent(ends::add));
      function.asyncInvocation().onFailureArn().ifPresent(ends::add);
    }
    return ends;
  }

  private static Optional<Queue> queue(CloudTemplate template, String arn) {
    return template.queues().stream().filter(queue -> Objects.equals(queue.arn(), arn)).findAny();
  }
}
