package org.jiuye.stall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.table.Key;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCaller;
import org.jiuye.testing.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stall booking on the template's table with the seeds of Julu, at noon of 1 July 2026. */
public final class StallTestBed implements AutoCloseable {
  public static final String NOON = "2026-07-01T12:00:00+08:00";

  public final MovableClock clock = MovableClock.at(NOON);
  public final EmulatedCloud cloud = TestCloud.start();
  public final FunctionHarness http =
      FunctionHarness.start(cloud, "StallBookingHttpFunction", StallFunctions.class, clock);

  /** A citizen of the same name as account and person. */
  public TestCaller citizen(String name) {
    return TestCaller.citizen(cloud, name, "person-" + name);
  }

  public HttpAnswer call(HttpCall call) {
    return http.call(call);
  }

  public static HttpCall book(TestCaller caller, Map<String, ?> body) {
    return HttpCall.of("POST /stall-bookings").by(caller).json(body);
  }

  public static HttpCall book(TestCaller caller, String siteId, String date, String stallNo) {
    return book(
        caller, Map.of("siteId", siteId, "date", date, "stallNo", stallNo, "trade", "TOYS"));
  }

  public static HttpCall bookAny(TestCaller caller, String siteId, String date) {
    return book(caller, Map.of("siteId", siteId, "date", date, "trade", "TOYS"));
  }

  public static HttpCall cancel(TestCaller caller, String bookingId) {
    return HttpCall.of("POST /stall-bookings/{bookingId}/cancellation", bookingId).by(caller);
  }

  public HttpAnswer session(String siteId, String date) {
    return call(HttpCall.of("GET /sites/{siteId}/sessions/{date}", siteId, date));
  }

  /** All items of a partition, read behind the functions' backs. */
  public List<Map<String, AttributeValue>> partition(String partition) {
    return cloud
        .dynamoDb()
        .queryPaginator(
            query ->
                query
                    .tableName(cloud.template().tables().getFirst().name())
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                    .consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  /** Removes a booking from its holder's list, as nothing in the suite ever does. */
  public void loseHoldersCopy(HttpAnswer booking) {
    String sort = "BOOKING#" + booking.text("date") + "#" + booking.text("bookingId");
    Key key = new Key("STALL#PERSON#" + booking.text("personId"), sort);
    cloud
        .dynamoDb()
        .deleteItem(
            delete ->
                delete
                    .tableName(cloud.template().tables().getFirst().name())
                    .key(key.attributes()));
  }

  /** Calls all at once, each from its own thread. */
  public List<HttpAnswer> together(List<HttpCall> calls) throws Exception {
    CountDownLatch ready = new CountDownLatch(calls.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpAnswer>> answers = new ArrayList<>();
      for (HttpCall call : calls) {
        Callable<HttpAnswer> task =
            () -> {
              ready.countDown();
              ready.await();
              return call(call);
            };
        answers.add(threads.submit(task));
      }
      List<HttpAnswer> all = new ArrayList<>();
      for (Future<HttpAnswer> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }

  @Override
  public void close() {
    http.close();
    cloud.close();
  }
}
