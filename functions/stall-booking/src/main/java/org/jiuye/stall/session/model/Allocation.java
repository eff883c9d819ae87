package org.jiuye.stall.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.stall.site.model.QuietHours;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * The next step of handing a session's stalls on to those who wait, by looking at the session as it
 * stands. Every request repeats the steps until there is none; so nobody waits for ever when one of
 * them dies.
 */
public sealed interface Allocation {
  /** An unanswered offer ends. */
  record Lapse(Transition transition) implements Allocation {}

  /**
   * A stall is offered to the first in line.
   *
   * @param release what the stall stands as; empty where it is free
   * @param until when the offer ends
   */
  record MakeOffer(Optional<Release> release, String stallNo, WaitingEntry entry, Instant until)
      implements Allocation {
    /** The persons who have been passed over for this stall. */
    public List<String> passedOver() {
      return release.map(Release::passedOver).orElse(List.of());
    }
  }

  /** Nobody waits for it: a released stall is free again. */
  record Free(Release release) implements Allocation {}

  /**
   * The session has begun or is closed: nobody waits for it any more.
   *
   * @param closure in force, so that those who wait are told
   */
  record EndWaiting(List<WaitingEntry> entries, Optional<Closure> closure) implements Allocation {}

  /** Whether taking this step makes others possible that were not before. */
  default boolean opensOthers() {
    return this instanceof Lapse;
  }

  /** The steps that can be taken now, none of which stands in the way of another. */
  static List<Allocation> steps(SessionState state, Instant now) {
    List<Allocation> lapses = lapses(state, now);
    if (!lapses.isEmpty()) {
      return lapses;
    }
    if (state.session().hasStarted(now) || state.closure().isPresent()) {
      List<Allocation> ends = new ArrayList<>();
      if (!state.waiting().isEmpty()) {
        ends.add(new EndWaiting(state.waiting(), state.closure()));
      }
      state.releases().forEach(release -> ends.add(new Free(release)));
      return ends;
    }
    return state.waiting().isEmpty() ? frees(state) : offers(state, now);
  }

  private static List<Allocation> lapses(SessionState state, Instant now) {
    List<Allocation> lapses = new ArrayList<>();
    for (Booking booking : state.bookings()) {
      Transitions.lapse(booking, state.session(), now).map(Lapse::new).ifPresent(lapses::add);
    }
    return lapses;
  }

  private static List<Allocation> frees(SessionState state) {
    return state.releases().stream().map(Free::new).map(Allocation.class::cast).toList();
  }

  /** Stalls in their order to places in their order. */
  private static List<Allocation> offers(SessionState state, Instant now) {
    Optional<SitePolicy> policy = state.session().site().policyOn(state.session().date());
    if (policy.flatMap(SitePolicy::offerMinutes).isEmpty()) {
      return frees(state);
    }
    Instant until = until(policy.orElseThrow(), state.session(), now);
    Map<String, Optional<Release>> openings = new LinkedHashMap<>();
    state.releases().forEach(open -> openings.put(open.stallNo(), Optional.of(open)));
    state.freeStalls().forEach(stallNo -> openings.put(stallNo, Optional.empty()));
    List<WaitingEntry> waiting = new ArrayList<>(state.waiting());
    List<Allocation> offers = new ArrayList<>();
    for (Map.Entry<String, Optional<Release>> opening : openings.entrySet()) {
      if (waiting.isEmpty()) {
        break;
      }
      WaitingEntry next = nextFor(opening.getValue(), waiting);
      waiting.remove(next);
      offers.add(new MakeOffer(opening.getValue(), opening.getKey(), next, until));
    }
    return offers;
  }

  /**
   * The first in line who has not let this stall's offer lapse; the first of all where all have.
   */
  private static WaitingEntry nextFor(Optional<Release> release, List<WaitingEntry> waiting) {
    List<String> passedOver = release.map(Release::passedOver).orElse(List.of());
    return waiting.stream()
        .filter(entry -> !passedOver.contains(entry.personId()))
        .findFirst()
        .orElse(waiting.getFirst());
  }

  private static Instant until(SitePolicy policy, Session session, Instant now) {
    Duration time = Duration.ofMinutes(policy.offerMinutes().orElseThrow());
    Instant until = policy.quietHours().orElse(QuietHours.NONE).after(now, time);
    return until.isBefore(session.opensAt()) ? until : session.opensAt();
  }
}
