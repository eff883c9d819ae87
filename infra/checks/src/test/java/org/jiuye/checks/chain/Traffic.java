package org.jiuye.checks.chain;

import static org.awaitility.Awaitility.await;
import static org.jiuye.checks.chain.Answers.expect;
import static org.jiuye.checks.chain.Answers.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Citizens who book one after the other, several at once, until the cloud is gone. Each books once,
 * under a key, and remembers what was answered.
 */
final class Traffic {
  private static final int THREADS = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> SITES =
      List.of("fitness-square", "youth-park", "station-square", "harvest-square", "riverside-park");

  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger booked = new AtomicInteger();

  /**
   * What became of a wish.
   *
   * @param bookingId empty where no answer came
   */
  record Wish(String sub, String siteId, String date, String bookingId) {
    boolean isAnswered() {
      return !bookingId.isEmpty();
    }

    private Wish answered(HttpResponse<String> answer) {
      return new Wish(sub, siteId, date, text(expect("201", answer), "bookingId"));
    }

    /** Sends the request, the same each time. */
    Wish send(URI address, Account account) throws IOException {
      return answered(
          new Call(address, "POST", "/stall-bookings")
              .by(account)
              .header("idempotency-key", "wish-of-" + sub)
              .json(new HashMap<>(Map.of("siteId", siteId, "date", date, "trade", "SNACKS")))
              .exchange());
    }
  }

  /**
   * Lets them book; once this many have, they are interrupted while others still book.
   *
   * @param interruption what ends the cloud
   * @return every wish, in no order
   */
  List<Wish> run(URI address, int enough, Runnable interruption) {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<Wish>>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        running.add(threads.submit(() -> book(address)));
      }
      try {
        await()
            .atMost(PATIENCE)
            .until(() -> booked.get() >= enough || running.stream().anyMatch(Future::isDone));
      } finally {
        interruption.run();
      }
      List<Wish> wishes = new ArrayList<>();
      for (Future<List<Wish>> thread : running) {
        wishes.addAll(thread.get());
      }
      return wishes;
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    } catch (InterruptedException interruptedHere) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruptedHere);
    }
  }

  private List<Wish> book(URI address) {
    List<Wish> wishes = new ArrayList<>();
    while (true) {
      int next = number.incrementAndGet();
      Wish wish =
          new Wish(
              "traffic-" + next,
              SITES.get(next % SITES.size()),
              "2026-07-%02d".formatted(2 + next % 10),
              "");
      try {
        Account account = LocalTokens.account(address, wish.sub(), "citizen", "");
        wishes.add(wish);
        wishes.set(wishes.size() - 1, wish.send(address, account));
        booked.incrementAndGet();
      } catch (IOException | UncheckedIOException gone) {
        return wishes;
      }
    }
  }
}
