package org.jiuye.stall.frontage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;
import org.jiuye.stall.frontage.model.FrontageStepBuilder;

/**
 * Takes a step in a frontage's life: reads how it stands, asks what the step makes of it, and
 * writes that if it still stands so. Where somebody else was first it looks again, so that a step
 * is refused only by what the frontage has become.
 */
final class ChangeFrontage {
  private final FrontageCatalog catalog;
  private final FrontageStore store;
  private final CountyTime time;

  ChangeFrontage(FrontageCatalog catalog, FrontageStore store, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.time = time;
  }

  /**
   * How a frontage stands.
   *
   * @param state on the night
   * @param policy the rules of the night
   */
  record Standing(
      Frontage frontage,
      FrontageState state,
      LocalDate tonight,
      Optional<FrontagePolicy> policy,
      Instant now) {}

  /**
   * What a step makes of a frontage.
   *
   * @param event what others must hear of it, none or one
   */
  record Change(
      Frontage after,
      Optional<String> reason,
      Optional<Instant> seenAt,
      Optional<LocalDate> until,
      Optional<Event> event) {}

  /** A step, which refuses by a {@link ProblemException}. */
  @FunctionalInterface
  interface Step {
    Change take(Standing standing);
  }

  /**
   * Takes a step.
   *
   * @param onBehalfOf the holder, where staff act on the holder's behalf
   * @return the frontage after it
   * @throws ProblemException 409 {@code frontage-ended}, {@code frontage-suspended}, {@code
   *     frontage-not-suspended}, what the step refuses
   */
  Frontage take(
      String frontageId,
      FrontageStep.Kind kind,
      Actor by,
      Optional<String> onBehalfOf,
      Attempt attempt,
      Step step) {
    return LookAgain.until(
        () -> store.frontage(frontageId).orElseThrow(() -> ProblemException.of(404, "not-found")),
        frontage -> {
          Standing standing = standing(frontage);
          if (!kind.isLegalFrom(standing.state())) {
            throw illegalFrom(standing.state());
          }
          Change change = step.take(standing);
          boolean written =
              store.change(
                  frontage,
                  change.after(),
                  record(standing, change, kind, by, onBehalfOf),
                  change.event(),
                  attempt.record(frontageId));
          return written ? Optional.of(change.after()) : Optional.empty();
        });
  }

  private Standing standing(Frontage frontage) {
    Instant now = time.now();
    LocalDate tonight = catalog.tonight(frontage.siteId(), now);
    return new Standing(
        frontage,
        frontage.stateOn(tonight),
        tonight,
        catalog.policyOn(frontage.siteId(), tonight),
        now);
  }

  private static FrontageStep record(
      Standing standing,
      Change change,
      FrontageStep.Kind kind,
      Actor by,
      Optional<String> onBehalfOf) {
    Frontage before = standing.frontage();
    return FrontageStepBuilder.builder()
        .kind(kind)
        .takenAt(standing.now())
        .by(by)
        .onBehalfOf(onBehalfOf)
        .reason(change.reason())
        .seenAt(change.seenAt())
        .until(change.until())
        .policyId(standing.policy().map(FrontagePolicy::policyId).orElse(before.policyId()))
        .policyVersion(
            standing.policy().map(FrontagePolicy::version).orElse(before.policyVersion()))
        .before(Optional.of(standing.state()))
        .after(change.after().state())
        .version(change.after().version())
        .build();
  }

  private static ProblemException illegalFrom(FrontageState state) {
    return ProblemException.of(
        409,
        switch (state) {
          case ENDED -> "frontage-ended";
          case SUSPENDED -> "frontage-suspended";
          case ACTIVE -> "frontage-not-suspended";
        });
  }
}
