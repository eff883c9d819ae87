package org.jiuye.stall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;

/** Sixty vendors who come, cancel, forget and object by chance, some more forgetful than others. */
final class Vendors {
  private static final int ALL = 60;
  private static final int FORGETFUL = 12;

  private final OneSite bed;
  private final SplittableRandom random;
  private final List<TestCaller> vendors;
  private final TreeMap<LocalDate, Map<String, HttpAnswer>> held = new TreeMap<>();
  private final TreeMap<LocalDate, Set<Integer>> waiting = new TreeMap<>();
  private final Map<LocalDate, List<Integer>> decisions = new HashMap<>();
  private final Set<Integer> barred = new HashSet<>();
  private final TreeMap<String, Integer> answers = new TreeMap<>();

  Vendors(OneSite bed, SplittableRandom random) {
    this.bed = bed;
    this.random = random;
    this.vendors = IntStream.range(0, ALL).mapToObj(n -> bed.citizen("v" + n)).toList();
  }

  static List<String> personIds() {
    return IntStream.range(0, ALL).mapToObj(n -> "person-v" + n).toList();
  }

  /** How often each answer was given. */
  Map<String, Integer> answers() {
    return answers;
  }

  /** Some wish for a night of the next days, or one that cannot be had. */
  void book(LocalDate today, int wishes) {
    for (int wish = 0; wish < wishes; wish++) {
      int vendor = random.nextInt(3) == 0 ? random.nextInt(FORGETFUL) : random.nextInt(ALL);
      LocalDate night = today.plusDays(random.nextInt(10) == 0 ? 15 : random.nextInt(4));
      HttpAnswer answer =
          note(
              "book", StallTestBed.bookAny(vendors.get(vendor), OneSite.SITE_ID, night.toString()));
      if (answer.status() == 201) {
        hold(answer);
      } else if (answer.code().equals("session-full")) {
        HttpCall join = waitingList("POST", vendor, night).json(Map.of("trade", "TOYS"));
        if (note("join", join).status() == 201) {
          waiting.computeIfAbsent(night, date -> new HashSet<>()).add(vendor);
        }
      } else if (answer.code().equals("barred")) {
        barred.add(vendor);
      }
    }
  }

  /** Who waits looks whether there is an offer, and takes it, or not, or forgets to. */
  void answerOffers(LocalDate today) {
    for (LocalDate night : List.copyOf(waiting.tailMap(today).keySet())) {
      for (int vendor : List.copyOf(waiting.getOrDefault(night, Set.of()))) {
        HttpAnswer place = bed.call(waitingList("GET", vendor, night));
        String offerId = place.text("offerId");
        int dice = random.nextInt(10);
        if (place.status() == 404) {
          waiting.getOrDefault(night, Set.of()).remove(vendor);
        } else if (!offerId.isEmpty() && dice < 6) {
          HttpAnswer accepted = note("accept", answer(vendor, offerId, "acceptance"));
          if (accepted.status() == 200) {
            hold(accepted);
          }
        } else if (!offerId.isEmpty() && dice < 8) {
          note("refuse", answer(vendor, offerId, "refusal"));
        }
      }
    }
  }

  /** Some give back what they hold from a date on. */
  void cancel(LocalDate from, int oneIn) {
    for (Map<String, HttpAnswer> night : held.tailMap(from).values()) {
      for (HttpAnswer booking : List.copyOf(night.values())) {
        if (random.nextInt(oneIn) == 0) {
          night.remove(booking.text("bookingId"));
          note("cancel", StallTestBed.cancel(vendor(booking), booking.text("bookingId")));
        }
      }
    }
  }

  /** Of those who hold a stall some come now; the forgetful often never. */
  void come(LocalDate night, boolean last) {
    Map<String, HttpAnswer> tonight = held.getOrDefault(night, Map.of());
    for (HttpAnswer booking : List.copyOf(tonight.values())) {
      boolean forgets =
          number(booking) < FORGETFUL
              ? booking.text("bookingId").hashCode() % 2 == 0
              : booking.text("bookingId").hashCode() % 20 == 0;
      if (!forgets && (last || random.nextBoolean())) {
        tonight.remove(booking.text("bookingId"));
        note(
            last ? "come-late" : "come",
            HttpCall.of("POST /stall-bookings/{bookingId}/check-in", booking.text("bookingId"))
                .by(OneSite.WARDEN)
                .json(Map.of("code", booking.text("code"))));
      }
    }
  }

  /** The county closes a night. */
  void rain(LocalDate night) {
    held.remove(night);
    waiting.remove(night);
    note(
        "close",
        OneSite.ofSession("POST", "closure", night)
            .by(OneSite.WARDEN)
            .json(Map.of("reason", "RAIN")));
  }

  /** Who was told to be barred may object; the county decides some days later. */
  void object(LocalDate today) {
    for (int vendor : barred) {
      if (random.nextBoolean()) {
        HttpCall objection =
            HttpCall.of("POST /stall-bookings/standing/objection")
                .by(vendors.get(vendor))
                .json(Map.of("reason", "ILLNESS"));
        if (note("object", objection).status() == 200) {
          decisions
              .computeIfAbsent(today.plusDays(1 + random.nextInt(5)), date -> new ArrayList<>())
              .add(vendor);
        }
      }
    }
    barred.clear();
    for (int vendor : decisions.getOrDefault(today, List.of())) {
      note(
          "decide",
          HttpCall.of("POST /stall-bookings/standing/decision")
              .by(OneSite.DESK)
              .json(
                  Map.of(
                      "personId",
                      "person-v" + vendor,
                      "outcome",
                      random.nextBoolean() ? "UPHELD" : "LIFTED")));
    }
  }

  private void hold(HttpAnswer booking) {
    held.computeIfAbsent(LocalDate.parse(booking.text("date")), date -> new TreeMap<>())
        .put(booking.text("bookingId"), booking);
  }

  private HttpCall waitingList(String method, int vendor, LocalDate night) {
    return OneSite.ofSession(method, "waiting-list", night).by(vendors.get(vendor));
  }

  private HttpCall answer(int vendor, String offerId, String answer) {
    return HttpCall.of("POST /stall-offers/{offerId}/" + answer, offerId).by(vendors.get(vendor));
  }

  private HttpAnswer note(String what, HttpCall call) {
    HttpAnswer answer = bed.call(call);
    String outcome = answer.status() < 300 ? answer.text("state") : answer.code();
    answers.merge(what + ": " + outcome, 1, Integer::sum);
    return answer;
  }

  private TestCaller vendor(HttpAnswer booking) {
    return vendors.get(number(booking));
  }

  private static int number(HttpAnswer booking) {
    return Integer.parseInt(booking.text("personId").replace("person-v", ""));
  }
}
