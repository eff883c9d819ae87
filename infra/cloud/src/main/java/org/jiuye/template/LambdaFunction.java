package org.jiuye.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A Lambda function with what calls it and what it may do.
 *
 * @param codeUri the folder of its package, absolute
 * @param environment its variables, evaluated
 * @param statements its role's own statements, without the managed policies that SAM adds
 */
public record LambdaFunction(
    String logicalId,
    String name,
    String arn,
    Path codeUri,
    String handler,
    String runtime,
    Duration timeout,
    int memorySize,
    OptionalInt reservedConcurrency,
    Map<String, String> environment,
    List<PolicyStatement> statements,
    List<Route> routes,
    List<QueueSource> queueSources,
    List<StreamSource> streamSources,
    List<Schedule> schedules,
    AsyncInvocation asyncInvocation) {

  /** The same with these routes, too. */
  LambdaFunction withRoutes(List<Route> further) {
    return new LambdaFunction(
        logicalId,
        name,
        arn,
        codeUri,
        handler,
        runtime,
        timeout,
        memorySize,
        reservedConcurrency,
        environment,
        statements,
        Stream.concat(routes.stream(), further.stream()).toList(),
        queueSources,
        streamSources,
        schedules,
        asyncInvocation);
  }

  /**
   * A route of the HTTP API.
   *
   * @param name that of the function's event, or of the operation in the API's document
   * @param routeKey as API Gateway hands it on, for example {@code GET /sites/{siteId}}
   * @param isPublic whether it is served without a token
   * @param isPermitted whether API Gateway may invoke the function for it
   */
  public record Route(
      String name, String apiLogicalId, String routeKey, boolean isPublic, boolean isPermitted) {}

  /** A queue whose messages call the function. */
  public record QueueSource(
      String eventName,
      String queueArn,
      int batchSize,
      Duration maximumBatchingWindow,
      boolean reportsBatchItemFailures,
      OptionalInt maximumConcurrency,
      List<String> filterPatterns) {}

  /**
   * A table's stream whose records call the function.
   *
   * @param startingPosition {@code TRIM_HORIZON} or {@code LATEST}
   * @param maximumRetryAttempts empty: until the record is too old
   * @param maximumRecordAge empty: as long as the stream keeps records
   * @param onFailureArn the queue that gets pointers to records given up, empty for none
   */
  public record StreamSource(
      String eventName,
      String streamArn,
      String startingPosition,
      int batchSize,
      Duration maximumBatchingWindow,
      int parallelizationFactor,
      boolean bisectsBatchOnError,
      OptionalInt maximumRetryAttempts,
      Optional<Duration> maximumRecordAge,
      boolean reportsBatchItemFailures,
      List<String> filterPatterns,
      Optional<String> onFailureArn) {}

  /**
   * A schedule of EventBridge Scheduler.
   *
   * <p>Retries, age and dead letters are about handing the event over to Lambda; what becomes of it
   * there is the function's {@link AsyncInvocation}.
   *
   * @param expression {@code cron(…)}, {@code rate(…)} or {@code at(…)}
   * @param timeZone an IANA name
   * @param input what the function gets, with {@code <aws.scheduler.scheduled-time>} not yet
   *     replaced
   */
  public record Schedule(
      String eventName,
      String name,
      String expression,
      String timeZone,
      String input,
      int maximumRetryAttempts,
      Duration maximumEventAge,
      Optional<String> deadLetterArn) {}

  /**
   * What becomes of events whose sender does not wait for the function's answer; schedules send
   * such.
   *
   * @param maximumRetryAttempts invocations after the first that failed, 0 to 2
   * @param maximumEventAge how long after it was handed over an event is tried
   * @param onFailureArn the queue that gets a record of events given up, empty for none
   */
  public record AsyncInvocation(
      int maximumRetryAttempts, Duration maximumEventAge, Optional<String> onFailureArn) {}
}
