package org.jiuye.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallFunctions;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCaller;
import org.jiuye.testing.TestCloud;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** The template's services in memory with the seeds of Julu, and stall booking on them. */
final class Lab implements AutoCloseable {
  static final String BOOKING_FUNCTION = "StallBookingHttpFunction";

  private final MovableClock clock;
  private final EmulatedCloud cloud;
  private final FunctionHarness booking;

  private Lab(MovableClock clock) {
    this.clock = clock;
    this.cloud = TestCloud.start();
    this.booking = start();
  }

  static Lab open(MovableClock clock) {
    return new Lab(clock);
  }

  EmulatedCloud cloud() {
    return cloud;
  }

  MovableClock clock() {
    return clock;
  }

  FunctionHarness booking() {
    return booking;
  }

  /** Stall booking once more, which has cached nothing yet. */
  FunctionHarness start() {
    return FunctionHarness.start(cloud, BOOKING_FUNCTION, StallFunctions.class, clock);
  }

  /** The very client that the function uses, with its key. */
  DynamoDbClient client() {
    return booking.bean(DynamoDbClient.class);
  }

  /** A citizen with ids as long as real ones. */
  TestCaller citizen(String name) {
    String account = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    return signedIn(account, "citizen", "");
  }

  /** Somebody who has signed in and is registered. */
  TestCaller signedIn(String account, String role, String divisions) {
    TestCaller caller = TestCaller.of(account, role, divisions);
    return caller.linkedTo(cloud, person(caller));
  }

  /** Who stands behind an account here. */
  static String person(TestCaller caller) {
    return "person-" + caller.claims().getOrDefault("sub", "");
  }

  /** Calls a route that must answer with success. */
  HttpAnswer call(int status, HttpCall call) {
    HttpAnswer answer = booking.call(call);
    if (answer.status() != status) {
      throw new IllegalStateException(
          "Expected %d, got %d %s".formatted(status, answer.status(), answer.body()));
    }
    return answer;
  }

  /** The county's night markets with the numbers of their stalls. */
  List<SiteStalls> sites(String date) {
    List<SiteStalls> sites = new ArrayList<>();
    for (JsonNode site :
        call(200, HttpCall.of("GET /sites").query("kind", "NIGHT_MARKET")).body().path("items")) {
      String siteId = site.path("siteId").asString("");
      List<String> stalls = new ArrayList<>();
      call(200, HttpCall.of("GET /sites/{siteId}/sessions/{date}", siteId, date))
          .body()
          .path("stalls")
          .forEach(stall -> stalls.add(stall.path("stallNo").asString("")));
      String trade = site.path("trades").path(0).path("code").asString("");
      sites.add(new SiteStalls(siteId, trade, stalls));
    }
    return sites;
  }

  /** A site's stalls, and a trade that is allowed there. */
  record SiteStalls(String siteId, String trade, List<String> stallNumbers) {
    HttpCall book(TestCaller caller, String date, String stallNo) {
      Map<String, String> body = new HashMap<>(body(date));
      body.put("stallNo", stallNo);
      return HttpCall.of("POST /stall-bookings").by(caller).json(body);
    }

    HttpCall bookAny(TestCaller caller, String date) {
      return HttpCall.of("POST /stall-bookings").by(caller).json(body(date));
    }

    private Map<String, String> body(String date) {
      return Map.of("siteId", siteId, "date", date, "trade", trade);
    }
  }

  static HttpCall cancel(TestCaller caller, String bookingId) {
    return HttpCall.of("POST /stall-bookings/{bookingId}/cancellation", bookingId).by(caller);
  }

  /** The items of a partition, read behind the functions' backs. */
  List<Map<String, AttributeValue>> items(String partition) {
    return cloud
        .dynamoDb()
        .queryPaginator(
            query ->
                query
                    .tableName(cloud.template().tables().getFirst().name())
                    .keyConditionExpression("pk = :pk")
                    .consistentRead(true)
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
        .items()
        .stream()
        .toList();
  }

  /** Puts an item behind the functions' backs. */
  void put(Map<String, AttributeValue> item) {
    cloud
        .dynamoDb()
        .putItem(put -> put.tableName(cloud.template().tables().getFirst().name()).item(item));
  }

  /** The items of a partition whose sort keys begin with something. */
  List<Map<String, AttributeValue>> items(String partition, String sortPrefix) {
    return items(partition).stream()
        .filter(item -> Items.text(item, "sk").startsWith(sortPrefix))
        .toList();
  }

  @Override
  public void close() {
    booking.close();
    cloud.close();
  }
}
