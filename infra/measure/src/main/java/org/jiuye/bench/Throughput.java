package org.jiuye.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jiuye.bench.Crowd.Pace;
import org.jiuye.bench.Lab.SiteStalls;
import org.jiuye.shared.json.Json;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Operations per second through the function beside the same requests sent raw. A second lab, where
 * nothing is timed, is where the function is listened to; what it sent there is sent to the first
 * lab by the function's own client, so both ways end in the same items.
 */
final class Throughput implements AutoCloseable {
  private final Lab timed;
  private final Lab listened;
  private final Nights nights;
  private final List<SiteStalls> sites;

  private Throughput(MovableClock clock) {
    this.timed = Lab.open(clock);
    this.listened = Lab.open(clock);
    this.nights = new Nights(clock);
    this.sites = timed.sites(nights.next().date());
  }

  static Throughput open() {
    return new Throughput(MovableClock.at(Nights.FIRST + "T12:00:00+08:00"));
  }

  /**
   * Measures an operation, the two ways by turns.
   *
   * @param pairs how often each way
   * @param count operations a block
   */
  Paces.Result measure(Operation operation, int callers, int pairs, int count) {
    List<Pace> function = new ArrayList<>();
    List<Pace> raw = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      if (pair % 2 == 0) {
        function.add(throughFunction(operation, callers, count));
        raw.add(raw(operation, callers, count));
      } else {
        raw.add(raw(operation, callers, count));
        function.add(throughFunction(operation, callers, count));
      }
    }
    return new Paces.Result(operation, callers, function, raw);
  }

  private Pace throughFunction(Operation operation, int callers, int count) {
    List<byte[]> events =
        operation.calls(timed, sites, nights.next(), count).stream().map(HttpCall::event).toList();
    List<byte[]> answers = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> work = new ArrayList<>();
    events.forEach(event -> work.add(() -> answers.add(timed.booking().invoke(event))));
    Pace pace = Crowd.pace(callers, work);
    for (byte[] answer : answers) {
      int status = Json.MAPPER.readTree(answer).path("statusCode").asInt();
      if (status != operation.status()) {
        throw new IllegalStateException(
            operation.title()
                + " answered "
                + status
                + ": "
                + Json.MAPPER.readTree(answer).path("body"));
      }
    }
    return pace;
  }

  private Pace raw(Operation operation, int callers, int count) {
    Night night = nights.next();
    List<HttpCall> calls = new ArrayList<>();
    Recording preparation =
        Meter.listen(() -> calls.addAll(operation.calls(listened, sites, night, count)));
    List<RawRequests> scripts = new ArrayList<>();
    for (HttpCall call : calls) {
      scripts.add(
          new RawRequests(Meter.listen(() -> listened.call(operation.status(), call)).requests()));
    }
    DynamoDbClient client = timed.client();
    new RawRequests(preparation.requests()).writes().send(timed.cloud().dynamoDb());
    List<Runnable> work = new ArrayList<>();
    scripts.forEach(script -> work.add(() -> script.send(client)));
    return Crowd.pace(callers, work);
  }

  @Override
  public void close() {
    timed.close();
    listened.close();
  }
}
