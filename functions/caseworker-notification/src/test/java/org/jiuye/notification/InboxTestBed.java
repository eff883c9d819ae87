package org.jiuye.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCaller;
import org.jiuye.testing.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Both functions on the template's table with the seeds of Julu, in the evening of 1 July 2026. */
final class InboxTestBed implements AutoCloseable {
  static final String LIST = "GET /notifications";
  static final String READ = "POST /notifications/{notificationId}/read";

  final MovableClock clock = MovableClock.at("2026-07-01T20:00:00+08:00");
  final EmulatedCloud cloud = TestCloud.start();
  final FunctionHarness queue =
      FunctionHarness.start(
          cloud, "CaseworkerNotificationQueueFunction", NotificationFunctions.class, clock);
  final FunctionHarness http =
      FunctionHarness.start(
          cloud, "CaseworkerNotificationHttpFunction", NotificationFunctions.class, clock);

  /** The caseworker of a town, as the seeds name them. */
  TestCaller caseworker(String division) {
    return TestCaller.of("caseworker-" + division, "caseworker", division)
        .linkedTo(cloud, "person-caseworker-" + division);
  }

  /** Adds a caseworker to those whom the seeds name. */
  void appoint(String division) {
    String personId = "person-caseworker-" + division;
    cloud
        .dynamoDb()
        .putItem(
            put ->
                put.tableName(cloud.template().tables().getFirst().name())
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("COUNTY#CASEWORKERS"),
                            "sk", AttributeValue.fromS("CASEWORKER#" + personId),
                            "personId", AttributeValue.fromS(personId),
                            "role", AttributeValue.fromS("caseworker"),
                            "divisions", texts(division),
                            "duties", texts("stalls"))));
  }

  /** Delivers messages; gives back the positions of those that failed. */
  List<Integer> deliver(List<String> bodies) {
    return Json.MAPPER
        .readTree(queue.invoke(batch(bodies)))
        .path("batchItemFailures")
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").stringValue())
        .map(identifier -> Integer.valueOf(identifier.substring("message-".length())))
        .toList();
  }

  /** Delivers events in batches of ten, as the template has it; gives back how many failed. */
  int deliverAll(List<Event> events) {
    int failed = 0;
    for (int from = 0; from < events.size(); from += 10) {
      List<Event> batch = events.subList(from, Math.min(events.size(), from + 10));
      failed += deliver(batch.stream().map(Event::toJson).toList()).size();
    }
    return failed;
  }

  /** The items of a caseworker's inbox in their order, read behind the functions' backs. */
  List<Map<String, AttributeValue>> inbox(String division) {
    return inboxOf("person-caseworker-" + division);
  }

  /** The items of a person's inbox in their order, read behind the functions' backs. */
  List<Map<String, AttributeValue>> inboxOf(String personId) {
    return cloud
        .dynamoDb()
        .queryPaginator(
            query ->
                query
                    .tableName(cloud.template().tables().getFirst().name())
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS("NOTICE#INBOX#" + personId)))
                    .consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  HttpAnswer list(TestCaller caller) {
    return http.call(HttpCall.of(LIST).by(caller));
  }

  HttpAnswer read(TestCaller caller, String notificationId) {
    return http.call(HttpCall.of(READ, notificationId).by(caller));
  }

  /** Runs all at once, each in its own thread. */
  static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    CountDownLatch ready = new CountDownLatch(tasks.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> task : tasks) {
        futures.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  private static AttributeValue texts(String text) {
    return AttributeValue.fromL(List.of(AttributeValue.fromS(text)));
  }

  private static String batch(List<String> bodies) {
    return Json.MAPPER.writeValueAsString(
        Map.of(
            "Records",
            IntStream.range(0, bodies.size())
                .mapToObj(
                    number ->
                        Map.of(
                            "messageId",
                            "message-" + number,
                            "receiptHandle",
                            "handle-" + number,
                            "body",
                            bodies.get(number),
                            "attributes",
                            Map.of("ApproximateReceiveCount", "1"),
                            "messageAttributes",
                            Map.of(),
                            "eventSource",
                            "aws:sqs",
                            "eventSourceARN",
                            "arn:aws-cn:sqs:cn-north-1:000000000000:queue",
                            "awsRegion",
                            "cn-north-1"))
                .toList()));
  }

  @Override
  public void close() {
    queue.close();
    http.close();
    cloud.close();
  }
}
