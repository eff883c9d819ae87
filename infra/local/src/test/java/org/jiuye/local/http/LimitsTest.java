package org.jiuye.local.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.HttpApi;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final int MEBIBYTE = 1024 * 1024;

  private static Invocation awaiting(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return RunningApi.answer("{\"statusCode\": 200, \"body\": \"done\"}");
  }

  @Test
  void aBodyBeyondTheApisOrLambdasLimitIsTooLarge() {
    try (RunningApi api = RunningApi.api().start()) {
      for (int size : new int[] {6 * MEBIBYTE, 10 * MEBIBYTE, 11 * MEBIBYTE}) {
        var response =
            api.send(
                api.request("/open")
                    .header("content-type", "text/plain")
                    .POST(BodyPublishers.ofByteArray(new byte[size])));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
      }
      assertThat(api.events).isEmpty();
    }
  }

  @Test
  void aBodyOfUnknownLengthIsLimitedToo() {
    try (RunningApi api = RunningApi.api().start()) {
      var response =
          api.send(
              api.request("/open")
                  .POST(
                      BodyPublishers.ofInputStream(
                          () -> new ByteArrayInputStream(new byte[11 * MEBIBYTE]))));

      assertThat(response.statusCode()).isEqualTo(413);
    }
  }

  @Test
  void aBodyOfAMebibyteArrivesWhole() {
    try (RunningApi api = RunningApi.api().start()) {
      String body = "x".repeat(MEBIBYTE);

      api.send(
          api.request("/open")
              .header("content-type", "text/plain")
              .POST(BodyPublishers.ofString(body)));

      assertThat(api.event().get("body").stringValue()).isEqualTo(body);
    }
  }

  @Test
  void headersBeyondTheLimitAreRefusedInTheGatewaysWords() throws IOException {
    try (RunningApi api = RunningApi.api().start()) {
      String status =
          api.raw(
              "GET /open HTTP/1.1\r\nHost: localhost\r\nx: %s\r\nConnection: close\r\n\r\n"
                  .formatted("x".repeat(20_000)));

      assertThat(status).startsWith("HTTP/1.1 431");
    }
  }

  @Test
  void requestsBeyondTheBurstAreTooMany() {
    try (RunningApi api = RunningApi.api().throttling(0.001, 3).start()) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        statuses.add(api.get("/open").statusCode());
      }

      assertThat(statuses).containsExactly(204, 204, 204, 429, 429);
      assertThat(api.get("/open").body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
      assertThat(api.get("/nowhere").statusCode()).isEqualTo(404);
      assertThat(api.events).hasSize(3);
    }
  }

  @Test
  void tokensComeBackAtTheRateAndNeverBeyondTheBurst() {
    AtomicLong time = new AtomicLong();
    TokenBucket bucket = new TokenBucket(new HttpApi.Throttling(2, 2), time::get);

    assertThat(List.of(bucket.take(), bucket.take(), bucket.take()))
        .containsExactly(true, true, false);
    time.addAndGet(Duration.ofMillis(500).toNanos());
    assertThat(List.of(bucket.take(), bucket.take())).containsExactly(true, false);
    time.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(List.of(bucket.take(), bucket.take(), bucket.take()))
        .containsExactly(true, true, false);
  }

  @Test
  void aFunctionThatTakesLongerThanTheApiWaitsIsUnavailable() {
    CountDownLatch never = new CountDownLatch(1);
    try (RunningApi api =
        RunningApi.api()
            .timeLimit(Duration.ofMillis(50))
            .function(event -> awaiting(never))
            .start()) {
      var response = api.get("/open");

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    } finally {
      never.countDown();
    }
  }

  @Test
  void fourHundredCallersAreServedAtOnce() {
    int callers = 400;
    CyclicBarrier everybody = new CyclicBarrier(callers);
    try (RunningApi api =
            RunningApi.api()
                .function(
                    event -> {
                      try {
                        // Nobody is answered before everybody is being served.
                        everybody.await();
                      } catch (Exception problem) {
                        throw new IllegalStateException(problem);
                      }
                      return RunningApi.answer("{\"statusCode\": 200}");
                    })
                .start();
        HttpClient client = HttpClient.newHttpClient()) {
      List<CompletableFuture<HttpResponse<Void>>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(
            client.sendAsync(api.request("/open").build(), HttpResponse.BodyHandlers.discarding()));
      }

      assertThat(calls).allMatch(call -> call.join().statusCode() == 200);
    }
  }

  @Test
  void aRunningRequestIsAnsweredBeforeTheServerStops() {
    CountDownLatch latch = new CountDownLatch(1);
    try (HttpClient client = HttpClient.newHttpClient();
        RunningApi api = RunningApi.api().function(event -> awaiting(latch)).start()) {
      CompletableFuture<HttpResponse<String>> running =
          client.sendAsync(api.request("/open").build(), HttpResponse.BodyHandlers.ofString());
      await().until(() -> !api.events.isEmpty());
      CompletableFuture<Void> stopping = CompletableFuture.runAsync(api::close);
      await().until(() -> !answers(api));
      await().during(Duration.ofMillis(300)).until(() -> !running.isDone());

      latch.countDown();

      assertThat(running.join().body()).isEqualTo("done");
      stopping.orTimeout(Duration.ofSeconds(20).toNanos(), NANOSECONDS).join();
    }
  }

  /** Whether new requests are still taken. */
  private static boolean answers(RunningApi api) {
    try {
      return api.raw("GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
          .startsWith("HTTP/1.1 404");
    } catch (IOException closed) {
      return false;
    }
  }
}
