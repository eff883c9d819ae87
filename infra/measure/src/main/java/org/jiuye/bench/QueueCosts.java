package org.jiuye.bench;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuye.bench.Lab.SiteStalls;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallFunctions;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.ItemSize;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCaller;

/**
 * A full session with a long waiting list: it is closed and opened again, fills again, its holders
 * cancel, and the offers that nobody answers are handed on by the schedule.
 */
final class QueueCosts implements AutoCloseable {
  private static final String DATE = "2026-07-03";
  private static final String NOON = "2026-07-02T12:00:00+08:00";

  /** When every offer made at noon has lapsed. */
  private static final String LATER = "2026-07-02T18:00:00+08:00";

  private static final String SESSION = "/sites/{siteId}/sessions/{date}";
  private static final Units ITEM = Units.writtenInTransaction(1);

  private final MovableClock clock = MovableClock.at(NOON);
  private final Lab lab = Lab.open(clock);
  private final FunctionHarness schedule =
      FunctionHarness.start(
          lab.cloud(), "StallBookingScheduleFunction", StallFunctions.class, clock);
  private final UnitCosts costs = new UnitCosts(lab.cloud());
  private final List<List<String>> paces = new ArrayList<>();
  private final Map<String, HttpAnswer> bookings = new HashMap<>();
  private final SiteStalls site;
  private final TestCaller warden;
  private final List<TestCaller> holders = new ArrayList<>();
  private final List<TestCaller> waiting = new ArrayList<>();

  QueueCosts(int stalls, int waiting) {
    this.site =
        lab.sites(DATE).stream()
            .filter(some -> some.stallNumbers().size() == stalls)
            .findFirst()
            .orElseThrow();
    this.warden = lab.signedIn("warden", "warden", "130529");
    for (int number = 0; number < stalls; number++) {
      holders.add(lab.citizen("holds-" + number));
    }
    for (int number = 0; number < waiting; number++) {
      this.waiting.add(lab.citizen("waits-" + number));
    }
    paces.add(List.of("", "steps", "seconds", "steps/s"));
  }

  void measure() {
    fill();
    callOff();
    reopen();
    fill();
    look();
    cancel();
    answer();
    lapse();
  }

  List<String> units() {
    return costs.table();
  }

  List<String> formulas() {
    return costs.formulas();
  }

  List<String> paces() {
    return Texts.table(paces);
  }

  private void fill() {
    for (TestCaller holder : holders) {
      bookings.put(Lab.person(holder), lab.call(201, site.bookAny(holder, DATE)));
    }
    long begin = System.nanoTime();
    // The order of those who join in the same millisecond is random.
    OffsetDateTime noon = OffsetDateTime.parse(NOON);
    for (int number = 1; number < waiting.size(); number++) {
      clock.moveTo(noon.plus(Duration.ofMillis(number)).toString());
      lab.call(201, join(waiting.get(number)));
    }
    clock.moveTo(noon.plusSeconds(waiting.size()).toString());
    pace("join a waiting list", waiting.size() - 1, begin);
    costs.measure(
        "join as the last in line",
        () -> lab.call(201, join(waiting.getFirst())),
        lookAtSession().plus(ITEM.times(2)),
        "a look at the session; 2 x 2 items: the place, the person's week");
  }

  private void callOff() {
    int ended = holders.size() + waiting.size();
    long begin = System.nanoTime();
    costs.measure(
        "close: %d holders, %,d waiting".formatted(holders.size(), waiting.size()),
        () -> lab.call(200, session("POST", "/closure").by(warden).json(Map.of("reason", "RAIN"))),
        lookAtSession()
            .plus(ITEM.times(4 * holders.size()))
            .plus(ITEM.times(3 * waiting.size()))
            .plus(Units.written(1)),
        "a look; the closure; 2 x 4 items a holder: the stall, the booking, its copy, the week;"
            + " 2 x 3 a place: the place, the week, the message");
    pace("end what a closure ends", ended, begin);
  }

  private void reopen() {
    costs.measure(
        "open again",
        () -> lab.call(200, session("POST", "/reopening").by(warden)),
        Units.readConsistently(1).plus(ITEM.times(2)),
        "1 to see it; 2 x 2 items: the session, the closure for the record");
  }

  private void look() {
    HttpCall browse = HttpCall.of("GET " + SESSION, site.siteId(), DATE);
    costs.measure(
        "browse", () -> lab.call(200, browse), half(lookAtSession()), "a look, not consistent");
    costs.measure(
        "see one's place",
        () -> lab.call(200, session("GET", "/waiting-list").by(waiting.getLast())),
        lookAtSession(),
        "a look");
    HttpCall roster = session("GET", "/roster").by(warden);
    // A warm function knows the trades already.
    lab.call(200, roster);
    costs.measure("print the roster", () -> lab.call(200, roster), lookAtSession(), "a look");
  }

  private void cancel() {
    TestCaller first = holders.removeFirst();
    String bookingId = booking(first);
    costs.measure(
        "cancel, the first in line is offered it",
        () -> lab.call(200, Lab.cancel(first, bookingId)),
        Units.readConsistently(1).plus(lookAtSession()).plus(ITEM.times(4 + 3)),
        "1 to see it; a look; 2 x 4 items of the cancellation; 2 x 3 items of the offer: the stall,"
            + " the place, the holder's copy");
    long begin = System.nanoTime();
    holders.forEach(holder -> lab.call(200, Lab.cancel(holder, booking(holder))));
    pace("cancel, and offer it to the first in line", holders.size(), begin);
  }

  private void answer() {
    HttpCall acceptance = answer(waiting.get(1), "acceptance");
    HttpCall refusal = answer(waiting.get(2), "refusal");
    costs.measure(
        "accept an offer",
        () -> lab.call(200, acceptance),
        Units.readConsistently(1).plus(ITEM.times(4)),
        "1 to see it; 2 x 4 items: the stall, the holder's copy, the place, the week");
    costs.measure(
        "refuse an offer, the next in line is offered it",
        () -> lab.call(200, refusal),
        Units.readConsistently(1).plus(lookAtSession()).plus(ITEM.times(5 + 3)),
        "1 to see it; a look; 2 x 5 items: the stall, the offer, its copy, the place, the week;"
            + " 2 x 3 items of the next offer");
  }

  private void lapse() {
    int offers = holders.size();
    clock.moveTo(LATER);
    byte[] event =
        Json.MAPPER.writeValueAsBytes(
            Map.of("schedule", "sweep-waiting-lists", "scheduledTime", "2026-07-02T10:00:00Z"));
    long begin = System.nanoTime();
    costs.measure(
        "%d offers lapse and move on".formatted(offers),
        () -> Objects.requireNonNull(schedule.invoke(event)),
        lookAtSession().plus(ITEM.times((4 + 3) * offers)),
        "a look; 2 x 4 items a lapse: the stall, the offer, its copy, the place; 2 x 3 an offer");
    pace("let an offer lapse, and make the next", 2 * offers, begin);
  }

  private void pace(String name, int steps, long begin) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    paces.add(
        List.of(
            name,
            Integer.toString(steps),
            Texts.number(seconds, 1),
            Texts.number(steps / seconds, 0)));
  }

  private HttpCall session(String method, String what) {
    return HttpCall.of(method + " " + SESSION + what, site.siteId(), DATE);
  }

  private HttpCall join(TestCaller caller) {
    return session("POST", "/waiting-list").by(caller).json(Map.of("trade", site.trade()));
  }

  private HttpCall answer(TestCaller caller, String answer) {
    String offerId = lab.call(200, session("GET", "/waiting-list").by(caller)).text("offerId");
    return HttpCall.of("POST /stall-offers/{offerId}/" + answer, offerId).by(caller);
  }

  private String booking(TestCaller holder) {
    return Objects.requireNonNull(bookings.get(Lab.person(holder))).text("bookingId");
  }

  /** All that the session holds, read at once. */
  private Units lookAtSession() {
    return Units.readConsistently(
        lab.items("STALL#SESSION#" + site.siteId() + "#" + DATE).stream()
            .filter(item -> Items.text(item, "sk").compareTo("QUEUE") > 0)
            .mapToInt(item -> ItemSize.of(item) - ItemSizes.outboxOf(item))
            .sum());
  }

  private static Units half(Units consistent) {
    return new Units(consistent.read() / 2, consistent.write());
  }

  @Override
  public void close() {
    schedule.close();
    lab.close();
  }
}
