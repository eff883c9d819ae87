package org.jiuye.stall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.site.model.Session;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;

/** Many persons and the suite's own tasks, who do one thing after another by chance. */
final class Crowd {
  /** Every so many invocations one is cut off, of the schedules' more. */
  private static final int CALLS_PER_KILL = 16;

  private static final int TASKS_PER_KILL = 4;

  private final OneSite bed;
  private final TickingClock clock;
  private final LocalDate night;
  private final List<TestCaller> persons;
  private final Map<String, HttpAnswer> held = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger rush = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger killed = new AtomicInteger();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();

  Crowd(OneSite bed, TickingClock clock, LocalDate night, int size) {
    this.bed = bed;
    this.clock = clock;
    this.night = night;
    this.persons = IntStream.range(0, size).mapToObj(n -> bed.citizen("p" + n)).toList();
  }

  /** What somebody was answered about a booking. */
  record Promise(String bookingId, BookingState state) {}

  int operations() {
    return done.get();
  }

  int killed() {
    return killed.get();
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }

  List<Promise> promises() {
    return List.copyOf(promises);
  }

  List<TestCaller> persons() {
    return persons;
  }

  /** All come, one after another: the first get a stall, the others wait. */
  void arrive() {
    for (TestCaller person : persons) {
      HttpAnswer answer = bed.call(StallTestBed.bookAny(person, OneSite.SITE_ID, night.toString()));
      if (answer.status() == 201) {
        hold(answer);
      } else {
        bed.call(waitingList("POST", person).json(Map.of("trade", "TOYS")));
      }
    }
  }

  /** Somebody wants a stall, and waits where there is none. */
  private void wantStall(SplittableRandom random, TestCaller person) {
    LocalDate wanted = random.nextInt(8) == 0 ? night.plusDays(1) : night;
    HttpCall call =
        random.nextInt(5) == 0
            ? StallTestBed.book(
                person,
                OneSite.SITE_ID,
                wanted.toString(),
                "A%03d".formatted(1 + random.nextInt(40)))
            : StallTestBed.bookAny(person, OneSite.SITE_ID, wanted.toString());
    Optional<HttpAnswer> answer = call(random, call);
    answer.filter(booked -> booked.status() == 201).ifPresent(this::hold);
    if (answer.filter(full -> full.code().equals("session-full")).isPresent()) {
      join(random, person);
    }
  }

  /** All who have been offered a stall take it. */
  void accept() {
    for (TestCaller person : persons) {
      String offerId = bed.call(waitingList("GET", person)).text("offerId");
      if (!offerId.isEmpty()) {
        hold(bed.call(acceptance(person, offerId)));
      }
    }
  }

  /**
   * Something happens.
   *
   * @param ceiling until when the clock may go
   * @param rainy whether the session may be closed
   */
  void act(SplittableRandom random, String ceiling, boolean rainy) {
    if (rush.getAndDecrement() > 0) {
      wantStall(random, persons.get(random.nextInt(persons.size())));
      return;
    }
    if (new Session(bed.site, night).hasStarted(Instant.ofEpochMilli(clock.lastMillis()))
        && random.nextInt(3) == 0) {
      checkIn(random);
      return;
    }
    TestCaller person =
        persons.get(random.nextInt(random.nextInt(4) > 0 ? persons.size() : persons.size() / 8));
    int dice = random.nextInt(1000);
    if (dice < 340) {
      wantStall(random, person);
    } else if (dice < 420) {
      join(random, person);
    } else if (dice < 450) {
      call(random, waitingList("DELETE", person));
    } else if (dice < 650) {
      answer(random, person);
    } else if (dice < 750) {
      cancel(random);
    } else if (dice < 850) {
      checkIn(random);
    } else if (dice < 890) {
      task(random, "sweep-waiting-lists");
    } else if (dice < 910) {
      task(random, "settle-sessions");
    } else if (dice < 920) {
      task(random, "remind-holders");
    } else if (dice < 960) {
      clock.advance(Duration.ofMinutes(random.nextInt(40)), ceiling);
    } else if (dice < 963 && rainy) {
      close(random);
    } else if (dice < 980 && closed.get()) {
      reopen(random);
    }
  }

  private void join(SplittableRandom random, TestCaller person) {
    call(random, waitingList("POST", person).json(Map.of("trade", "TOYS")));
  }

  private void answer(SplittableRandom random, TestCaller person) {
    Optional<HttpAnswer> place = call(random, waitingList("GET", person));
    String offerId = place.map(found -> found.text("offerId")).orElse("");
    if (offerId.isEmpty()) {
      return;
    }
    HttpCall acceptance = acceptance(person, offerId);
    HttpCall refusal = HttpCall.of("POST /stall-offers/{offerId}/refusal", offerId).by(person);
    HttpCall leaving = waitingList("DELETE", person);
    switch (random.nextInt(6)) {
      case 0, 1 -> call(random, acceptance).ifPresent(this::hold);
      case 2 -> call(random, refusal);
      case 3 -> call(random, leaving);
      case 4 -> together(random, List.of(acceptance, refusal, leaving, acceptance));
      default -> {} // Lets it lapse.
    }
  }

  private static HttpCall acceptance(TestCaller person, String offerId) {
    return HttpCall.of("POST /stall-offers/{offerId}/acceptance", offerId).by(person);
  }

  private void cancel(SplittableRandom random) {
    takeOne(random)
        .ifPresent(
            booking -> {
              HttpCall call = StallTestBed.cancel(holder(booking), booking.text("bookingId"));
              if (random.nextInt(4) == 0) {
                together(random, List.of(call, call));
              } else {
                call(random, call);
              }
            });
  }

  private void checkIn(SplittableRandom random) {
    takeOne(random)
        .ifPresent(
            booking -> {
              String told = random.nextInt(8) == 0 ? "123456" : booking.text("code");
              HttpCall call =
                  HttpCall.of(
                          "POST /stall-bookings/{bookingId}/check-in", booking.text("bookingId"))
                      .by(OneSite.WARDEN)
                      .json(Map.of("code", told));
              Optional<HttpAnswer> answer = call(random, call);
              if (answer.filter(seen -> seen.status() == 200).isEmpty()) {
                hold(booking);
              }
            });
  }

  private void close(SplittableRandom random) {
    closed.set(true);
    call(
        random,
        OneSite.ofSession("POST", "closure", night)
            .by(OneSite.WARDEN)
            .json(Map.of("reason", "RAIN")));
  }

  private void reopen(SplittableRandom random) {
    Optional<HttpAnswer> answer =
        call(random, OneSite.ofSession("POST", "reopening", night).by(OneSite.WARDEN));
    if (answer.filter(open -> open.status() == 200).isPresent()) {
      closed.set(false);
      rush.set(persons.size());
    }
  }

  private void task(SplittableRandom random, String task) {
    done.incrementAndGet();
    try {
      live(random, TASKS_PER_KILL, 400, () -> bed.run(task, clock));
    } catch (IllegalStateException failed) {
      // A run that met trouble fails, and comes again; trouble that stays shows in the end.
      killed.incrementAndGet();
    }
  }

  private Optional<HttpAnswer> call(SplittableRandom random, HttpCall call) {
    done.incrementAndGet();
    HttpCall keyed =
        random.nextInt(3) == 0 ? call.header("idempotency-key", "k" + random.nextLong()) : call;
    Optional<HttpAnswer> answer = live(random, CALLS_PER_KILL, 40, () -> bed.call(keyed));
    answer.ifPresent(this::note);
    return answer;
  }

  private void together(SplittableRandom random, List<HttpCall> calls) {
    List<Thread> threads = new ArrayList<>();
    for (HttpCall call : calls) {
      SplittableRandom own = random.split();
      threads.add(Thread.startVirtualThread(() -> call(own, call).ifPresent(this::hold)));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interruption) {
        throw new IllegalStateException(interruption);
      }
    }
  }

  private <T> Optional<T> live(
      SplittableRandom random, int oneIn, int most, Supplier<T> invocation) {
    if (random.nextInt(oneIn) > 0) {
      return Optional.of(invocation.get());
    }
    Optional<T> answer = Mortality.live(random.nextInt(most), invocation);
    if (answer.isEmpty()) {
      killed.incrementAndGet();
    }
    return answer;
  }

  private void note(HttpAnswer answer) {
    if (answer.status() == 500 || answer.status() == 400) {
      surprises.add(answer.toString());
    }
    if (answer.status() < 300 && answer.body().has("bookingId")) {
      promises.add(
          new Promise(answer.text("bookingId"), BookingState.valueOf(answer.text("state"))));
    }
  }

  private void hold(HttpAnswer answer) {
    if (answer.text("state").equals("CONFIRMED") && answer.text("date").equals(night.toString())) {
      held.put(answer.text("bookingId"), answer);
    }
  }

  private Optional<HttpAnswer> takeOne(SplittableRandom random) {
    List<String> ids = held.keySet().stream().sorted().toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(held.remove(ids.get(random.nextInt(ids.size()))));
  }

  private HttpCall waitingList(String method, TestCaller person) {
    return OneSite.ofSession(method, "waiting-list", night).by(person);
  }

  private TestCaller holder(HttpAnswer booking) {
    return persons.get(Integer.parseInt(booking.text("personId").replace("person-p", "")));
  }
}
