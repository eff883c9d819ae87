package org.jiuye.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.shared.table.Key;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.testing.ReplaySeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One session of 40 stalls and 160 persons who book, wait, leave, answer, cancel and come, all at
 * once and by chance, while the session is closed and opened again, schedules run, transactions
 * collide, answers get lost and invocations die. Whenever all stand still, the records must fit
 * together; in the end every write that ever was is replayed from the table's stream.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SessionStormTest {
  private static final int STALLS = 40;
  private static final int PERSONS = 160;
  private static final int THREADS = 8;
  private static final LocalDate NIGHT = LocalDate.of(2026, 7, 8);
  private static final List<LocalDate> NIGHTS = List.of(NIGHT, NIGHT.plusDays(1));

  private final long seed = ReplaySeed.of(SessionStormTest.class);
  private final TickingClock clock = new TickingClock("2026-07-06T09:00:00+08:00");
  private final OneSite bed = new OneSite(OneSite.site(STALLS, 4, false), clock);
  private final Crowd crowd = new Crowd(bed, clock, NIGHT, PERSONS);
  private final SplittableRandom random = new SplittableRandom(seed);

  @AfterAll
  void close() {
    bed.close();
  }

  @Test
  void whateverHappensAtOnceTheRecordsFitTogether() throws Exception {
    try (Marks _ = new Marks()) {
      crowd.arrive();
      standStill(true);
      assertThat(Standstill.of(bed, NIGHTS).session(NIGHT).waitingList()).hasSize(PERSONS - STALLS);
      storm(500, "2026-07-06T22:30:00+08:00", false);
      standStill(true);
      clock.moveTo("2026-07-07T08:00:00+08:00");
      storm(600, "2026-07-07T23:00:00+08:00", true);
      standStill(true);
      clock.moveTo("2026-07-08T12:00:00+08:00");
      storm(480, "2026-07-08T19:45:00+08:00", false);
      standStill(true);
      crowd.accept();
      clock.moveTo("2026-07-08T19:50:00+08:00");
      storm(200, "2026-07-08T20:05:00+08:00", false);
      clock.moveTo("2026-07-08T20:10:00+08:00");
      standStill(false);
      storm(240, "2026-07-09T01:55:00+08:00", random.nextInt(3) == 0);
      clock.moveTo("2026-07-09T01:59:59.500+08:00");
      storm(160, "2026-07-09T03:00:00+08:00", false);
      clock.moveTo("2026-07-09T03:10:00+08:00");
      bed.run("settle-sessions", clock);
      Standstill end = standStill(false);
      assertThat(end.session(NIGHT).bookings()).allMatch(booking -> booking.state().isFinal());
      replay(end);
    }
    assertThat(crowd.surprises()).as("seed %s", seed).isEmpty();
  }

  private void storm(int operations, String ceiling, boolean rainy) throws Exception {
    BiConsumer<Fault, Double> inject =
        (fault, fraction) -> bed.cloud.faults().inject(fault, fraction, random.nextLong());
    inject.accept(Fault.TRANSACTION_CONFLICT, 0.05);
    inject.accept(Fault.LOST_REPLY, 0.03);
    inject.accept(Fault.THROTTLING, 0.02);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        SplittableRandom own = random.split();
        work.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < operations / THREADS; n++) {
                    crowd.act(own, ceiling, rainy);
                  }
                }));
      }
      for (Future<?> done : work) {
        done.get();
      }
    } finally {
      bed.cloud.faults().clear();
    }
  }

  /** One undisturbed sweep, as the schedule brings it, puts everything right. */
  private Standstill standStill(boolean beforeStart) {
    bed.run("sweep-waiting-lists", clock);
    Standstill standstill = Standstill.of(bed, NIGHTS);
    SessionState state = standstill.session(NIGHT);
    System.out.printf(
        "%s operations, %s cut off: %s hold, %s free, %s wait%n",
        crowd.operations(),
        crowd.killed(),
        state.bookings().size(),
        state.freeStalls().size(),
        state.waitingList().size());
    standstill.checkAtRest(beforeStart);
    for (int n = 0; n < PERSONS; n++) {
      standstill.checkPerson(bed, "person-p" + n);
    }
    return standstill;
  }

  private void replay(Standstill end) {
    List<TableHistory.Change> history = TableHistory.of(bed);
    BookingHistory bookings = BookingHistory.check(bed.site, history);
    int offers = WaitingHistory.check(history);
    System.out.printf("%s writes, %s offers%n", history.size(), offers);
    assertThat(offers).isPositive();
    Map<String, Booking> all = bookings.bookings();
    assertThat(end.bookings()).as("Nothing is lost or invented").isEqualTo(all);
    assertThat(crowd.promises())
        .as("What was answered has happened")
        .allMatch(promise -> bookings.everWas(promise.bookingId(), promise.state()));
  }

  /** Writes marks into the table's history all the time. */
  private final class Marks implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    Marks() {
      thread.execute(this::write);
    }

    private void write() {
      for (long number = 0; !over.get(); number++) {
        long afterLast = clock.lastMillis();
        bed.put(
            new Key(WaitingHistory.MARK, "%012d".formatted(number)),
            new HashMap<>(
                Map.of(WaitingHistory.AFTER_LAST, AttributeValue.fromN(Long.toString(afterLast)))));
        LockSupport.parkNanos(10_000_000);
      }
    }

    @Override
    public void close() {
      over.set(true);
      thread.close();
    }
  }
}
