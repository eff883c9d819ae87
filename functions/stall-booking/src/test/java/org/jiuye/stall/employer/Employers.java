package org.jiuye.stall.employer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiuye.stall.OneSite;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.market.MarketTestBed;
import org.jiuye.stall.market.model.HireState;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import tools.jackson.databind.JsonNode;

/**
 * Fourteen employers who register, are verified or not, book, cancel, forget, and report whom they
 * hired, by chance; some never come when they should, and one more always does.
 */
public final class Employers {
  private static final int ALL = 14;
  private static final int FORGETFUL = 5;
  private static final int STEADY = ALL;
  private static final int WORKERS = 30;

  private final OneSite bed;
  private final SplittableRandom random;
  private final List<TestCaller> employers;
  private final List<TestCaller> workers;
  private final Map<Integer, String> states = new HashMap<>();
  private final TreeMap<LocalDate, Map<String, HttpAnswer>> held = new TreeMap<>();
  private final Map<String, Map<String, HireState>> hires = new HashMap<>();
  private final Set<String> hired = new HashSet<>();
  private final TreeMap<String, Integer> answers = new TreeMap<>();

  public Employers(OneSite bed, SplittableRandom random) {
    this.bed = bed;
    this.random = random;
    this.employers = IntStream.rangeClosed(0, ALL).mapToObj(this::employer).toList();
    this.workers = IntStream.range(0, WORKERS).mapToObj(n -> bed.citizen("w" + n)).toList();
  }

  public static List<String> personIds() {
    return IntStream.rangeClosed(0, ALL).mapToObj(n -> "person-e" + n).toList();
  }

  public static List<String> workerIds() {
    return IntStream.range(0, WORKERS).mapToObj(n -> "person-w" + n).toList();
  }

  /** How often each answer was given. */
  public Map<String, Integer> answers() {
    return answers;
  }

  /** What was answered about each hire of a booking, by hire. */
  public Map<String, Map<String, HireState>> hires() {
    return hires;
  }

  public TestCaller holderOf(String personId) {
    return employers.get(Integer.parseInt(personId.replace("person-e", "")));
  }

  /** The first days of the year, on which most come to register. */
  public void open() {
    String creditCode = MarketTestBed.creditCode(STEADY);
    note("register", MarketTestBed.register(employers.get(STEADY), creditCode));
    note("decide", MarketTestBed.verify(OneSite.DESK, creditCode));
    for (int visit = 0; visit < 3 * ALL; visit++) {
      register();
    }
  }

  /** One books every market in the week before it. */
  public void keepComing(LocalDate today) {
    if (today.getDayOfWeek() == DayOfWeek.THURSDAY) {
      book(STEADY, today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)));
    }
  }

  /** Some register, or register anew; a caseworker decides about some. */
  public void register() {
    int number = random.nextInt(ALL);
    String state = states.getOrDefault(number, "");
    String creditCode = MarketTestBed.creditCode(number);
    if (state.isEmpty() || state.equals("REJECTED")) {
      HttpAnswer registered =
          note("register", MarketTestBed.register(employers.get(number), creditCode));
      states.put(number, registered.text("state"));
    } else if (state.equals("PENDING") ? random.nextInt(3) > 0 : random.nextInt(6) == 0) {
      boolean rejected = state.equals("VERIFIED") || random.nextInt(4) == 0;
      HttpCall decision =
          rejected
              ? MarketTestBed.reject(OneSite.DESK, creditCode, "UNLAWFUL_VACANCIES")
              : MarketTestBed.verify(OneSite.DESK, creditCode);
      states.put(number, note("decide", decision).text("state"));
    }
  }

  /** Some wish for a market of the next weeks, or for a day on which there is none. */
  public void book(LocalDate today, int wishes) {
    for (int wish = 0; wish < wishes; wish++) {
      int number = random.nextInt(3) == 0 ? random.nextInt(FORGETFUL) : random.nextInt(ALL);
      LocalDate wednesday =
          today
              .with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY))
              .plusWeeks(random.nextInt(6) == 0 ? random.nextInt(6) : random.nextInt(2));
      LocalDate day = random.nextInt(12) == 0 ? wednesday.plusDays(1) : wednesday;
      book(number, day);
    }
  }

  private void book(int number, LocalDate day) {
    HttpAnswer answer = note("book", StallTestBed.book(employers.get(number), wish(number, day)));
    if (answer.status() == 201) {
      held.computeIfAbsent(day, date -> new TreeMap<>()).put(answer.text("bookingId"), answer);
    }
  }

  private Map<String, Object> wish(int number, LocalDate day) {
    int vacancies = 1 + random.nextInt(3);
    Map<String, Object> body =
        MarketTestBed.body(MarketTestBed.creditCode(number), day.toString(), vacancies);
    List<Map<String, Object>> valid = new ArrayList<>();
    for (int vacancyNo = 1; vacancyNo <= vacancies; vacancyNo++) {
      Map<String, Object> vacancy = MarketTestBed.vacancy("包装工" + vacancyNo);
      vacancy.put("validUntil", day.plusWeeks(4).toString());
      valid.add(vacancy);
    }
    if (number != STEADY && random.nextInt(15) == 0) {
      valid.getFirst().put("conditions", "限男性");
    }
    body.put("siteId", OneSite.SITE_ID);
    body.put("vacancies", valid);
    return body;
  }

  /** Some give back what they hold from a day on. */
  public void cancel(LocalDate from, int oneIn) {
    for (Map<String, HttpAnswer> market : held.tailMap(from).values()) {
      for (HttpAnswer booking : List.copyOf(market.values())) {
        if (random.nextInt(oneIn) == 0) {
          String bookingId = booking.text("bookingId");
          market.remove(bookingId);
          note("cancel", StallTestBed.cancel(holderOf(booking.text("personId")), bookingId));
        }
      }
    }
  }

  /** Who holds a stall comes, mostly; the forgetful often do not. */
  public void come(LocalDate day) {
    for (HttpAnswer booking : List.copyOf(held.getOrDefault(day, Map.of()).values())) {
      int number = Integer.parseInt(booking.text("personId").replace("person-e", ""));
      boolean forgets =
          number < FORGETFUL ? random.nextInt(3) > 0 : number != STEADY && random.nextInt(20) == 0;
      if (!forgets) {
        note(
            "come",
            HttpCall.of("POST /stall-bookings/{bookingId}/check-in", booking.text("bookingId"))
                .by(OneSite.WARDEN)
                .json(Map.of("code", booking.text("code"))));
      }
    }
  }

  /** Some report, now or some weeks later, whom they hired; some report twice. */
  public void report(LocalDate today) {
    for (HttpAnswer booking :
        held.subMap(today.minusDays(7), true, today, true).values().stream()
            .flatMap(market -> market.values().stream())
            .toList()) {
      if (random.nextInt(4) == 0) {
        report(booking);
      }
    }
  }

  private void report(HttpAnswer booking) {
    String bookingId = booking.text("bookingId");
    List<Map<String, Object>> named = new ArrayList<>();
    for (int hire = random.nextInt(3); hire > 0; hire--) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("vacancyNo", 1);
      String worker = "person-w" + random.nextInt(WORKERS);
      if (random.nextInt(4) > 0 && hired.add(bookingId + worker)) {
        fields.put("personId", worker);
      }
      named.add(fields);
    }
    HttpAnswer answer =
        note(
            "report",
            HttpCall.of("POST /stall-bookings/{bookingId}/outcome", bookingId)
                .by(holderOf(booking.text("personId")))
                .json(Map.of("interviews", 9, "intents", 4, "hires", named)));
    if (answer.status() == 201) {
      Map<String, HireState> records = hires.computeIfAbsent(bookingId, id -> new HashMap<>());
      for (JsonNode hire : answer.body().path("hires")) {
        records.putIfAbsent(hire.path("hireId").asString(""), HireState.REPORTED);
      }
    }
  }

  /** Workers, and for those whom nobody named a caseworker, say what is true. */
  public void decide() {
    for (Map<String, HireState> records : hires.values()) {
      for (String hireId : List.copyOf(records.keySet())) {
        if (random.nextInt(100) == 0) {
          decide(hireId, records);
        }
      }
    }
  }

  private void decide(String hireId, Map<String, HireState> records) {
    boolean isTrue = random.nextInt(3) > 0;
    TestCaller by =
        random.nextInt(4) == 0 ? OneSite.DESK : workers.get(random.nextInt(workers.size()));
    HttpAnswer answer =
        note(
            "decide-hire",
            HttpCall.of(
                    "POST /stall-hires/{hireId}/" + (isTrue ? "confirmation" : "denial"), hireId)
                .by(by));
    if (answer.status() == 200) {
      records.put(hireId, HireState.valueOf(answer.text("state")));
    }
  }

  /** Each worker looks at what was reported of them, and says of some what is true. */
  public void look() {
    TestCaller worker = workers.get(random.nextInt(workers.size()));
    for (JsonNode hire :
        bed.call(HttpCall.of("GET /stall-hires").by(worker)).body().path("items")) {
      String hireId = hire.path("hireId").asString("");
      if (hire.path("state").asString("").equals("REPORTED") && random.nextBoolean()) {
        HttpAnswer answer =
            note(
                "own-hire",
                HttpCall.of(
                        "POST /stall-hires/{hireId}/"
                            + (random.nextInt(4) > 0 ? "confirmation" : "denial"),
                        hireId)
                    .by(worker));
        hires
            .getOrDefault(hire.path("bookingId").asString(""), new HashMap<>())
            .put(hireId, HireState.valueOf(answer.text("state")));
      }
    }
  }

  /** How many hires of a booking stand where, by what was answered. */
  public Map<HireState, Integer> counts(String bookingId) {
    Map<HireState, Integer> counts = new EnumMap<>(HireState.class);
    for (HireState state : HireState.values()) {
      counts.put(state, 0);
    }
    hires
        .getOrDefault(bookingId, Map.of())
        .values()
        .forEach(state -> counts.merge(state, 1, Integer::sum));
    return counts;
  }

  private TestCaller employer(int number) {
    return TestCaller.of("e" + number, "employer", "").linkedTo(bed.cloud, "person-e" + number);
  }

  private HttpAnswer note(String what, HttpCall call) {
    HttpAnswer answer = bed.call(call);
    String outcome = answer.status() < 300 ? answer.text("state") : answer.code();
    answers.merge(what + ": " + outcome, 1, Integer::sum);
    return answer;
  }
}
