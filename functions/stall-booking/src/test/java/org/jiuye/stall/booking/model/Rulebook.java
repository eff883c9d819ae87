package org.jiuye.stall.booking.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one night in the plainest form, to compare the code with: minutes in the place of
 * time, maps in the place of records. It shares nothing with the code but the names of states.
 */
public final class Rulebook implements PlayedNight {
  /** Minutes to answer an offer, to the start, to the end, and in which a cancellation is late. */
  public record Terms(int answer, int start, int end, int late, int weeklyLimit) {}

  private static final class Holding {
    private final String person;
    private String state;
    private int until;
    private final Set<String> passedOver = new HashSet<>();

    private Holding(String person, String state) {
      this.person = person;
      this.state = state;
    }
  }

  private static final class Place {
    private final String person;
    private int lapses;
    private boolean offered;

    private Place(String person) {
      this.person = person;
    }
  }

  private final Terms terms;
  private final List<String> stallNumbers;
  private final TreeMap<String, Holding> stalls = new TreeMap<>();
  private final List<Place> waitingList = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Set<String>> released = new TreeMap<>();
  private boolean closed;
  private int now;

  public Rulebook(Terms terms, List<String> stallNumbers) {
    this.terms = terms;
    this.stallNumbers = stallNumbers;
  }

  @Override
  public String picture() {
    List<String> held = new ArrayList<>();
    stalls.forEach(
        (stallNo, holding) -> held.add(stallNo + "=" + holding.person + ":" + holding.state));
    List<String> waiting = new ArrayList<>();
    waitingList.forEach(
        place ->
            waiting.add(
                place.person + ":" + (place.offered ? "OFFERED" : "WAITING") + place.lapses));
    Map<String, Integer> counted = new TreeMap<>(counts);
    counted.values().removeIf(count -> count == 0);
    return held + " " + waiting + " " + counted + (closed ? " closed" : "");
  }

  @Override
  public String book(String person, String stallNo) {
    if (now >= terms.start()) {
      return "session-started";
    }
    if (closed) {
      return "session-closed";
    }
    String refusal = refusal(person);
    if (!refusal.isEmpty()) {
      return refusal;
    }
    if (stalls.containsKey(stallNo)) {
      return "stall-taken";
    }
    stalls.put(stallNo, new Holding(person, "CONFIRMED"));
    count(person, 1);
    return "CONFIRMED";
  }

  @Override
  public String cancel(String person) {
    String stallNo = stallOf(person, "CONFIRMED");
    if (stallNo == null || now >= terms.start()) {
      return "not-cancellable";
    }
    boolean late = now >= terms.start() - terms.late();
    count(person, late ? 0 : -1);
    stalls.remove(stallNo);
    released.put(stallNo, new HashSet<>());
    handOn();
    return late ? "LATE_CANCELLED" : "CANCELLED";
  }

  @Override
  public String join(String person) {
    if (now >= terms.start()) {
      return "session-started";
    }
    if (closed) {
      return "session-closed";
    }
    if (stalls.size() < stallNumbers.size()) {
      return "stalls-free";
    }
    String refusal = refusal(person);
    if (!refusal.isEmpty()) {
      return refusal;
    }
    waitingList.add(new Place(person));
    return "WAITING";
  }

  @Override
  public String leave(String person) {
    Place place = placeOf(person);
    if (place == null) {
      return "not-waiting";
    }
    if (place.offered) {
      return "offer-pending";
    }
    waitingList.remove(place);
    return "";
  }

  @Override
  public String answer(String person, boolean accepted) {
    String stallNo = stallOf(person, "OFFERED");
    if (stallNo == null) {
      return "offer-over";
    }
    waitingList.remove(placeOf(person));
    Holding offer = holding(stallNo);
    if (accepted) {
      offer.state = "CONFIRMED";
      count(person, 1);
      return "CONFIRMED";
    }
    stalls.remove(stallNo);
    released.put(stallNo, offer.passedOver);
    handOn();
    return "REFUSED";
  }

  @Override
  public String checkIn(String person) {
    String stallNo = stallOf(person, "CONFIRMED");
    if (stallNo == null) {
      return "not-expected";
    }
    if (now < terms.start() || now >= terms.end()) {
      return "not-in-window";
    }
    holding(stallNo).state = "CHECKED_IN";
    return "CHECKED_IN";
  }

  @Override
  public String close() {
    if (now >= terms.end()) {
      return "session-over";
    }
    closed = true;
    stalls.values().stream()
        .filter(holding -> !holding.state.equals("OFFERED"))
        .forEach(holding -> count(holding.person, -1));
    stalls.clear();
    waitingList.clear();
    return "";
  }

  @Override
  public String reopen() {
    if (!closed) {
      return "session-open";
    }
    closed = false;
    return "";
  }

  @Override
  public void pass(int minutes) {
    now += minutes;
    if (now >= terms.start()) {
      stalls.values().removeIf(holding -> holding.state.equals("OFFERED"));
      waitingList.clear();
    }
    lapse();
    handOn();
    if (now >= terms.end()) {
      settle();
    }
  }

  private void lapse() {
    for (String stallNo : List.copyOf(stalls.keySet())) {
      Holding offer = holding(stallNo);
      if (offer.state.equals("OFFERED") && offer.until <= now) {
        Place place = Objects.requireNonNull(placeOf(offer.person));
        stalls.remove(stallNo);
        place.offered = false;
        place.lapses++;
        if (place.lapses == 1) {
          offer.passedOver.add(offer.person);
        } else {
          waitingList.remove(place);
        }
        released.put(stallNo, offer.passedOver);
      }
    }
  }

  /** Each stall to the first who has not let it go by, or to the first of all. */
  private void handOn() {
    released.forEach(
        (stallNo, passedOver) -> {
          List<Place> waiting = waitingList.stream().filter(place -> !place.offered).toList();
          if (!waiting.isEmpty()) {
            Place next =
                waiting.stream()
                    .filter(place -> !passedOver.contains(place.person))
                    .findFirst()
                    .orElse(waiting.getFirst());
            next.offered = true;
            Holding offer = new Holding(next.person, "OFFERED");
            offer.until = Math.min(now + terms.answer(), terms.start());
            offer.passedOver.addAll(passedOver);
            stalls.put(stallNo, offer);
          }
        });
    released.clear();
  }

  private void settle() {
    boolean seen = stalls.values().stream().anyMatch(holding -> holding.state.equals("CHECKED_IN"));
    for (Holding holding : stalls.values()) {
      if (holding.state.equals("CHECKED_IN") || holding.state.equals("CONFIRMED")) {
        holding.state = seen && holding.state.equals("CONFIRMED") ? "NO_SHOW" : "COMPLETED";
      }
    }
  }

  private String refusal(String person) {
    if (stalls.values().stream()
        .anyMatch(holding -> holding.person.equals(person) && !holding.state.equals("OFFERED"))) {
      return "one-stall-a-night";
    }
    if (placeOf(person) != null) {
      return "waiting-that-night";
    }
    return counts.getOrDefault(person, 0) >= terms.weeklyLimit() ? "weekly-limit" : "";
  }

  private Holding holding(String stallNo) {
    return Objects.requireNonNull(stalls.get(stallNo));
  }

  private void count(String person, int more) {
    counts.merge(person, more, Integer::sum);
  }

  private @Nullable String stallOf(String person, String state) {
    return stalls.entrySet().stream()
        .filter(entry -> entry.getValue().person.equals(person))
        .filter(entry -> entry.getValue().state.equals(state))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Place placeOf(String person) {
    return waitingList.stream()
        .filter(place -> place.person.equals(person))
        .findFirst()
        .orElse(null);
  }
}
