package org.jiuye.checks.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.TemplateNode;

/** Alarms and the access log: what goes wrong is seen, and by whom it was asked. */
final class Watch {
  private static final Set<String> LOGGED =
      Set.of("$context.requestTime", "$context.identity.sourceIp", "$context.identity.userAgent");

  private Watch() {}

  static List<String> functionsRaiseAlarms(Subject subject) {
    List<String> broken = new ArrayList<>();
    for (LambdaFunction function : subject.template().functions()) {
      for (String metric : List.of("Errors", "Throttles")) {
        if (!isWatched(subject, "AWS/Lambda", metric, "FunctionName", function.name())) {
          broken.add(function.logicalId() + " has no alarm on " + metric);
        }
      }
      if (!function.streamSources().isEmpty()
          && !isWatched(subject, "AWS/Lambda", "IteratorAge", "FunctionName", function.name())) {
        broken.add(function.logicalId() + " has no alarm on how far it is behind its stream");
      }
    }
    return broken;
  }

  static List<String> apisRaiseAlarms(Subject subject) {
    return subject
        .resources("AWS::Serverless::HttpApi")
        .map(Map.Entry::getKey)
        .filter(api -> !isWatched(subject, "AWS/ApiGateway", "5xx", "ApiId", "jiuye-" + api))
        .map(api -> api + " has no alarm on 5xx")
        .toList();
  }

  static List<String> waitingMessagesRaiseAnAlarm(Subject subject) {
    return subject.template().functions().stream()
        .flatMap(function -> function.queueSources().stream())
        .flatMap(
            source ->
                subject.template().queues().stream()
                    .filter(queue -> queue.arn().equals(source.queueArn())))
        .filter(
            queue ->
                !isWatched(
                    subject, "AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", queue.name()))
        .map(queue -> queue.logicalId() + " has no alarm on the age of its oldest message")
        .toList();
  }

  static List<String> alarmsCallSomebody(Subject subject) {
    return subject
        .resources("AWS::CloudWatch::Alarm")
        .filter(alarm -> alarm.getValue().get("AlarmActions").isEmpty())
        .map(alarm -> alarm.getKey() + " calls nobody")
        .toList();
  }

  static List<String> accessIsLogged(Subject subject) {
    return subject
        .resources("AWS::Serverless::HttpApi")
        .flatMap(
            api -> {
              String format =
                  Subject.text(api.getValue().mapping("AccessLogSettings"), "Format").orElse("");
              return LOGGED.stream()
                  .filter(field -> !format.contains(field))
                  .map(field -> api.getKey() + " does not log " + field);
            })
        .toList();
  }

  private static boolean isWatched(
      Subject subject, String namespace, String metric, String dimension, String value) {
    return subject
        .resources("AWS::CloudWatch::Alarm")
        .map(Map.Entry::getValue)
        .filter(alarm -> Subject.text(alarm, "Namespace").equals(Optional.of(namespace)))
        .filter(alarm -> Subject.text(alarm, "MetricName").equals(Optional.of(metric)))
        .flatMap(alarm -> dimensions(alarm))
        .filter(each -> Subject.text(each, "Name").equals(Optional.of(dimension)))
        .anyMatch(each -> Subject.text(each, "Value").equals(Optional.of(value)));
  }

  private static Stream<TemplateNode.Mapping> dimensions(TemplateNode.Mapping alarm) {
    return alarm.get("Dimensions").stream()
        .filter(TemplateNode.Sequence.class::isInstance)
        .flatMap(list -> ((TemplateNode.Sequence) list).items().stream())
        .filter(TemplateNode.Mapping.class::isInstance)
        .map(TemplateNode.Mapping.class::cast);
  }
}
