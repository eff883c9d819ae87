package org.jiuye.stall.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.Mortality;
import org.jiuye.stall.OneSite;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.Standstill;
import org.jiuye.stall.TableHistory;
import org.jiuye.stall.TickingClock;
import org.jiuye.stall.session.WaitingStore;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.PastClosure;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is left of a closure, and what a repeated one answers. */
@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class ClosureTest {
  private static final int STALLS = 2;

  /** More than one transaction ends. */
  private static final int WAITING = WaitingStore.MOST_ENDED + 2;

  private final TickingClock clock = new TickingClock("2026-06-01T12:00:00+08:00");
  private final OneSite bed = new OneSite(OneSite.site(STALLS, 7, false), clock);
  private LocalDate night = LocalDate.of(2026, 6, 2);

  @AfterAll
  void close() {
    bed.close();
  }

  @BeforeEach
  void nextWeek() {
    night = night.plusDays(7);
    clock.moveTo(night.minusDays(1) + "T12:00:00+08:00");
  }

  @Test
  void everybodyWhoWaitsIsToldOnceHoweverOftenTheClosureIsCutOff() {
    fill();
    List<String> waiting =
        IntStream.range(0, WAITING).mapToObj(n -> "waits-" + n + "-" + night).toList();
    waiting.forEach(this::join);

    int moments = 0;
    do {
      Mortality.live(moments++, () -> bed.call(closure("RAIN")));
    } while (!state().waitingList().isEmpty() || !state().bookings().isEmpty());

    List<Event> told =
        TableHistory.of(bed).stream()
            .flatMap(change -> change.events().stream())
            .filter(event -> event.type().equals("org.jiuye.stall.waiting-site-closed.v1"))
            .filter(event -> event.data().path("date").asString().equals(night.toString()))
            .toList();
    assertThat(told)
        .extracting(event -> event.data().path("personId").asString())
        .containsExactlyInAnyOrderElementsOf(
            waiting.stream().map(name -> "person-" + name).toList());
    assertThat(told)
        .allSatisfy(event -> assertThat(event.data().path("reason").asString()).isEqualTo("RAIN"));
  }

  @Test
  void aRepeatedClosureAnswersTheSameAlsoWhenTheSessionIsOpenAgain() {
    fill();
    HttpCall closure = closure("RAIN").header(Idempotency.HEADER, "rain-" + night);

    HttpAnswer first = bed.call(closure);
    HttpAnswer again = bed.call(closure);
    HttpAnswer reopened = bed.call(reopening().header(Idempotency.HEADER, "sun-" + night));
    HttpAnswer afterwards = bed.call(closure);
    HttpAnswer reopenedAgain = bed.call(reopening().header(Idempotency.HEADER, "sun-" + night));

    assertThat(first.body().path("cancelled").asInt()).isEqualTo(STALLS);
    assertThat(List.of(again, afterwards))
        .allSatisfy(answer -> assertThat(answer.body()).isEqualTo(first.body()));
    assertThat(reopened.status()).isEqualTo(200);
    assertThat(reopenedAgain.body()).isEqualTo(reopened.body());
    assertThat(state().closure()).isEmpty();
    assertThat(bed.call(closure("EVENT").header(Idempotency.HEADER, "rain-" + night)).code())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void everyClosureStaysOnRecord() {
    for (String reason : List.of("RAIN", "POLLUTION")) {
      assertThat(bed.call(closure(reason)).status()).isEqualTo(200);
      assertThat(bed.call(closure("SAFETY")).text("reason")).isEqualTo(reason);
      assertThat(bed.call(reopening()).status()).isEqualTo(200);
    }

    assertThat(bed.partition(OneSite.session(night)))
        .filteredOn(item -> Items.text(item, "sk").startsWith("CLOSURE#"))
        .extracting(item -> OneSite.ITEMS.decode(item, PastClosure.class).closure().reason())
        .containsExactly(Closure.Reason.RAIN, Closure.Reason.POLLUTION);
  }

  private void fill() {
    for (int number = 0; number < STALLS; number++) {
      TestCaller holder = bed.citizen("holds-" + number + "-" + night);
      assertThat(bed.call(StallTestBed.bookAny(holder, OneSite.SITE_ID, night.toString())).status())
          .isEqualTo(201);
    }
  }

  private void join(String name) {
    HttpCall call =
        OneSite.ofSession("POST", "waiting-list", night)
            .by(bed.citizen(name))
            .json(Map.of("trade", "TOYS"));
    assertThat(bed.call(call).status()).isEqualTo(201);
  }

  private HttpCall closure(String reason) {
    return OneSite.ofSession("POST", "closure", night)
        .by(OneSite.WARDEN)
        .json(Map.of("reason", reason));
  }

  private HttpCall reopening() {
    return OneSite.ofSession("POST", "reopening", night).by(OneSite.WARDEN);
  }

  private SessionState state() {
    return Standstill.of(bed, List.of(night)).session(night);
  }
}
