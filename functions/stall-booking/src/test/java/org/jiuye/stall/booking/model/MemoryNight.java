package org.jiuye.stall.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiuye.shared.identity.Actor;
import org.jiuye.stall.session.model.Allocation;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingBuilder;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.Offer;
import org.jiuye.stall.session.model.Release;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transition.EntryEffect;
import org.jiuye.stall.session.model.Transition.StallEffect;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.session.model.WaitingEntryBuilder;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SitePolicy;
import org.jspecify.annotations.Nullable;

/** The model's own rules, steps and transitions, with maps in the place of the table. */
final class MemoryNight implements PlayedNight {
  private static final Actor SOMEBODY = new Actor("somebody", "citizen");

  private final Session session;
  private final SitePolicy policy;
  private final TreeMap<String, Booking> held = new TreeMap<>();
  private final TreeMap<String, Release> releases = new TreeMap<>();
  private final TreeMap<String, WaitingEntry> waitingList = new TreeMap<>();
  private final Map<String, Booking> last = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private @Nullable Closure closure;
  private Instant now;
  private int serial;

  MemoryNight(Session session, Instant start) {
    this.session = session;
    this.policy = session.site().policyOn(session.date()).orElseThrow();
    this.now = start;
  }

  @Override
  public String picture() {
    List<String> stalls = new ArrayList<>();
    held.forEach(
        (stallNo, booking) ->
            stalls.add(stallNo + "=" + booking.personId() + ":" + booking.state()));
    releases.forEach((stallNo, release) -> stalls.add(stallNo + "=" + release));
    List<String> waiting =
        waitingList.values().stream()
            .map(entry -> entry.personId() + ":" + entry.state() + entry.lapses())
            .toList();
    Map<String, Integer> counted = new TreeMap<>(counts);
    counted.values().removeIf(count -> count == 0);
    return stalls + " " + waiting + " " + counted + (closure == null ? "" : " closed");
  }

  @Override
  public String book(String person, String stallNo) {
    String refusal = refusal(Optional.of(stallNo));
    if (!refusal.isEmpty()) {
      return refusal;
    }
    String personal = personalRefusal(person);
    if (!personal.isEmpty()) {
      return personal;
    }
    if (held.containsKey(stallNo) || releases.containsKey(stallNo)) {
      return "stall-taken";
    }
    counts.merge(person, 1, Integer::sum);
    hold(booking(person, stallNo, BookingState.CONFIRMED, Optional.empty()));
    return "CONFIRMED";
  }

  @Override
  public String cancel(String person) {
    return take(
        Optional.ofNullable(last.get(person))
            .flatMap(booking -> Transitions.cancel(booking, session, now, SOMEBODY)),
        "not-cancellable");
  }

  @Override
  public String join(String person) {
    String refusal = refusal(Optional.empty());
    if (!refusal.isEmpty()) {
      return refusal;
    }
    if (!state().freeStalls().isEmpty() && state().waiting().isEmpty()) {
      return "stalls-free";
    }
    String personal = personalRefusal(person);
    if (!personal.isEmpty()) {
      return personal;
    }
    WaitingEntry entry =
        WaitingEntryBuilder.builder()
            .entryId("%06d".formatted(++serial))
            .siteId(session.site().siteId())
            .date(session.date())
            .personId(person)
            .trade("TOYS")
            .onBehalf(false)
            .joinedBy(SOMEBODY)
            .joinedAt(now)
            .state(WaitingEntry.State.WAITING)
            .lapses(0)
            .version(1)
            .build();
    waitingList.put(entry.entryId(), entry);
    allocate();
    return "WAITING";
  }

  @Override
  public String leave(String person) {
    Optional<WaitingEntry> place = placeOf(person);
    if (place.isEmpty()) {
      return "not-waiting";
    }
    if (place.get().state() == WaitingEntry.State.OFFERED) {
      return "offer-pending";
    }
    waitingList.remove(place.get().entryId());
    allocate();
    return "";
  }

  @Override
  public String answer(String person, boolean accepted) {
    return take(
        Optional.ofNullable(last.get(person))
            .flatMap(
                offer ->
                    accepted
                        ? Transitions.accept(offer, session, now, SOMEBODY, "123456")
                        : Transitions.refuse(offer, session, now, SOMEBODY)),
        "offer-over");
  }

  @Override
  public String checkIn(String person) {
    Booking booking = last.get(person);
    if (booking == null || booking.state() != BookingState.CONFIRMED) {
      return "not-expected";
    }
    return take(Transitions.checkIn(booking, session, now, SOMEBODY), "not-in-window");
  }

  @Override
  public String close() {
    if (!now.isBefore(session.closesAt())) {
      return "session-over";
    }
    Closure rain = new Closure(Closure.Reason.RAIN, now, SOMEBODY);
    closure = rain;
    List.copyOf(held.values())
        .forEach(booking -> Transitions.close(booking, rain).ifPresent(this::apply));
    allocate();
    return "";
  }

  @Override
  public String reopen() {
    if (closure == null) {
      return "session-open";
    }
    closure = null;
    return "";
  }

  @Override
  public void pass(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    allocate();
    boolean seen =
        held.values().stream().anyMatch(booking -> booking.state() == BookingState.CHECKED_IN);
    List.copyOf(held.values())
        .forEach(booking -> Transitions.settle(booking, session, now, seen).ifPresent(this::apply));
  }

  private String take(Optional<Transition> transition, String refusal) {
    if (transition.isEmpty()) {
      return refusal;
    }
    apply(transition.get());
    allocate();
    return transition.get().after().state().name();
  }

  private void allocate() {
    for (List<Allocation> steps = Allocation.steps(state(), now);
        !steps.isEmpty();
        steps = Allocation.steps(state(), now)) {
      steps.forEach(this::take);
    }
  }

  private void take(Allocation step) {
    switch (step) {
      case Allocation.Lapse lapse -> apply(lapse.transition());
      case Allocation.Free free -> releases.remove(free.release().stallNo());
      case Allocation.EndWaiting end ->
          end.entries().forEach(entry -> waitingList.remove(entry.entryId()));
      case Allocation.MakeOffer offer -> {
        WaitingEntry entry = offer.entry();
        releases.remove(offer.stallNo());
        waitingList.put(entry.entryId(), entry.offered());
        hold(
            booking(
                entry.personId(),
                offer.stallNo(),
                BookingState.OFFERED,
                Optional.of(
                    new Offer(
                        entry.entryId(), offer.until(), entry.lapses(), offer.passedOver()))));
      }
    }
  }

  private void apply(Transition transition) {
    Booking after = transition.after();
    last.put(after.personId(), after);
    if (transition.stall() == StallEffect.KEEP) {
      held.put(after.stallNo(), after);
    } else {
      held.remove(after.stallNo());
      if (transition.stall() != StallEffect.FREE) {
        releases.put(after.stallNo(), transition.release());
      }
    }
    if (transition.entry() == EntryEffect.REMOVE) {
      waitingList.remove(transition.before().openOffer().entryId());
    } else if (transition.entry() == EntryEffect.WAIT_AGAIN) {
      waitingList.computeIfPresent(
          transition.before().openOffer().entryId(), (id, entry) -> entry.waitingAgain());
    }
    switch (transition.week()) {
      case TAKE_NIGHT -> counts.merge(after.personId(), 1, Integer::sum);
      case GIVE_BACK -> counts.merge(after.personId(), -1, Integer::sum);
      case NONE, GIVE_BACK_COUNTED, STOP_WAITING -> {}
    }
  }

  private void hold(Booking booking) {
    held.put(booking.stallNo(), booking);
    last.put(booking.personId(), booking);
  }

  private String refusal(Optional<String> stallNo) {
    Optional<Refusal> refusal =
        BookingRules.refusal(
            new BookingRule.Wish(session, Optional.of(policy), stallNo, "TOYS"), now);
    return refusal
        .map(refused -> refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .orElse(closure == null ? "" : "session-closed");
  }

  private String personalRefusal(String person) {
    boolean holds =
        held.values().stream()
            .filter(booking -> booking.state() != BookingState.OFFERED)
            .anyMatch(booking -> booking.personId().equals(person));
    if (holds) {
      return "one-stall-a-night";
    }
    if (placeOf(person).isPresent()) {
      return "waiting-that-night";
    }
    return counts.getOrDefault(person, 0) >= policy.weeklyLimit() ? "weekly-limit" : "";
  }

  private Optional<WaitingEntry> placeOf(String person) {
    return waitingList.values().stream()
        .filter(entry -> entry.personId().equals(person))
        .findFirst();
  }

  private SessionState state() {
    return new SessionState(
        session,
        Optional.ofNullable(closure),
        List.copyOf(held.values()),
        List.copyOf(releases.values()),
        List.copyOf(waitingList.values()));
  }

  private Booking booking(
      String person, String stallNo, BookingState state, Optional<Offer> offer) {
    Site site = session.site();
    return BookingBuilder.builder()
        .bookingId("booking-" + ++serial)
        .siteId(site.siteId())
        .kind(site.kind())
        .division(site.division())
        .date(session.date())
        .stallNo(stallNo)
        .trade(Optional.of("TOYS"))
        .market(Optional.empty())
        .personId(person)
        .onBehalf(false)
        .state(state)
        .bookedAt(now)
        .bookedBy(SOMEBODY)
        .policyId(policy.policyId())
        .policyVersion(policy.version())
        .code(Optional.empty())
        .wrongCodes(0)
        .remindedAt(Optional.empty())
        .offer(offer)
        .change(Optional.empty())
        .version(1)
        .build();
  }
}
