package org.jiuye.stall;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.stall.booking.model.PlayedNight;
import org.jiuye.stall.booking.model.Rulebook;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.ReplaySeed;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The functions on the real table against the rules in their plainest form. */
class RulebookOverHttpTest {
  private static final int NIGHTS = 24;
  private static final int STEPS = 40;
  private static final List<String> PERSONS = List.of("an", "bo", "cai", "du", "en");

  /** An hour to answer; from 20:00 to 02:00; late from six hours before; twice a week. */
  private static final Rulebook.Terms TERMS = new Rulebook.Terms(60, 720, 1080, 360, 2);

  private final TickingClock clock = new TickingClock("2026-05-04T08:00:30+08:00");
  private final Map<String, TestCaller> callers = new HashMap<>();

  @Test
  void nightsGoAsTheRulebookSays() {
    SplittableRandom random = new SplittableRandom(ReplaySeed.of(RulebookOverHttpTest.class));
    try (OneSite bed = new OneSite(OneSite.site(3, 2, true), clock)) {
      PERSONS.forEach(person -> callers.put(person, bed.citizen(person)));
      List<String> stalls = bed.site.stallNumbers();
      for (int week = 0; week < NIGHTS; week++) {
        LocalDate date = LocalDate.of(2026, 5, 4).plusWeeks(week);
        clock.moveTo(date + "T08:00:30+08:00");
        PlayedNight.compare(
            random, new Rulebook(TERMS, stalls), new TableNight(bed, date), PERSONS, stalls, STEPS);
      }
    }
  }

  /** The night as the functions have it. */
  private final class TableNight implements PlayedNight {
    private final OneSite bed;
    private final LocalDate date;
    private final String week;
    private final Map<String, HttpAnswer> last = new HashMap<>();

    private TableNight(OneSite bed, LocalDate date) {
      this.bed = bed;
      this.date = date;
      this.week = "WEEK#" + bed.site.kind() + "#" + CountyTime.isoWeekOf(date);
    }

    @Override
    public String picture() {
      Standstill standstill = Standstill.of(bed, List.of(date));
      SessionState state = standstill.session(date);
      TreeMap<String, String> stalls = new TreeMap<>();
      state
          .bookings()
          .forEach(
              booking ->
                  stalls.put(booking.stallNo(), name(booking.personId()) + ":" + booking.state()));
      state.releases().forEach(release -> stalls.put(release.stallNo(), release.toString()));
      List<String> held = new ArrayList<>();
      stalls.forEach((stallNo, holder) -> held.add(stallNo + "=" + holder));
      List<String> waiting =
          state.waitingList().stream()
              .map(entry -> name(entry.personId()) + ":" + entry.state() + entry.lapses())
              .toList();
      return held + " " + waiting + " " + counts() + (state.closure().isEmpty() ? "" : " closed");
    }

    /** How many nights of the week each person has, in one request: it is asked after each step. */
    private Map<String, Long> counts() {
      List<Map<String, AttributeValue>> weeks =
          PERSONS.stream()
              .map(person -> new Key("STALL#PERSON#person-" + person, week).attributes())
              .toList();
      Map<String, Long> counts = new TreeMap<>();
      bed
          .cloud
          .dynamoDb()
          .batchGetItem(
              get ->
                  get.requestItems(
                      Map.of(
                          bed.tableName,
                          KeysAndAttributes.builder().keys(weeks).consistentRead(true).build())))
          .responses()
          .getOrDefault(bed.tableName, List.of())
          .stream()
          .filter(item -> item.containsKey("count") && Items.number(item, "count") != 0)
          .forEach(
              item ->
                  counts.put(
                      Items.text(item, "pk").replace("STALL#PERSON#person-", ""),
                      Items.number(item, "count")));
      return counts;
    }

    private static String name(String personId) {
      return personId.replace("person-", "");
    }

    @Override
    public String book(String person, String stallNo) {
      return noted(
          person,
          bed.call(StallTestBed.book(caller(person), OneSite.SITE_ID, date.toString(), stallNo)));
    }

    @Override
    public String cancel(String person) {
      HttpAnswer booking = last.get(person);
      return booking == null
          ? "not-cancellable"
          : outcome(bed.call(StallTestBed.cancel(caller(person), booking.text("bookingId"))));
    }

    @Override
    public String join(String person) {
      return outcome(bed.call(waitingList("POST", person).json(Map.of("trade", "TOYS"))));
    }

    @Override
    public String leave(String person) {
      return outcome(bed.call(waitingList("DELETE", person)));
    }

    @Override
    public String answer(String person, boolean accepted) {
      String offerId = bed.call(waitingList("GET", person)).text("offerId");
      HttpAnswer before = last.get(person);
      if (offerId.isEmpty() && before == null) {
        return "offer-over";
      }
      String route = "POST /stall-offers/{offerId}/" + (accepted ? "acceptance" : "refusal");
      String id = offerId.isEmpty() && before != null ? before.text("bookingId") : offerId;
      return noted(person, bed.call(HttpCall.of(route, id).by(caller(person))));
    }

    @Override
    public String checkIn(String person) {
      HttpAnswer booking = last.get(person);
      if (booking == null) {
        return "not-expected";
      }
      return outcome(
          bed.call(
              HttpCall.of("POST /stall-bookings/{bookingId}/check-in", booking.text("bookingId"))
                  .by(OneSite.WARDEN)
                  .json(Map.of("code", booking.text("code")))));
    }

    @Override
    public String close() {
      HttpAnswer answer =
          bed.call(
              OneSite.ofSession("POST", "closure", date)
                  .by(OneSite.WARDEN)
                  .json(Map.of("reason", "RAIN")));
      return answer.code();
    }

    @Override
    public String reopen() {
      return bed.call(OneSite.ofSession("POST", "reopening", date).by(OneSite.WARDEN)).code();
    }

    @Override
    public void pass(int minutes) {
      clock.advance(Duration.ofMinutes(minutes), date.plusDays(1) + "T07:00:30+08:00");
      bed.run("sweep-waiting-lists", clock);
      bed.run("settle-sessions", clock);
    }

    private TestCaller caller(String person) {
      return callers.getOrDefault(person, OneSite.WARDEN);
    }

    private HttpCall waitingList(String method, String person) {
      return OneSite.ofSession(method, "waiting-list", date).by(caller(person));
    }

    private String noted(String person, HttpAnswer answer) {
      if (answer.body().has("bookingId") && !answer.text("code").isEmpty()) {
        last.put(person, answer);
      }
      return outcome(answer);
    }

    private static String outcome(HttpAnswer answer) {
      return answer.status() < 300 ? answer.text("state") : answer.code();
    }
  }
}
