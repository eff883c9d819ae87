package org.jiuye.stall.frontage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;
import org.jiuye.stall.site.model.Site;

/**
 * The steps in a frontage's life that follow its declaration. A suspended shop that uses the
 * pavement all the same is in breach, too; people decide about suspensions, and the number of
 * breaches only lets one be considered.
 */
final class FrontageSteps {
  private final FrontageCatalog catalog;
  private final ChangeFrontage change;

  FrontageSteps(FrontageCatalog catalog, ChangeFrontage change) {
    this.catalog = catalog;
    this.change = change;
  }

  /** A warden records what went against the site's code of conduct. */
  Frontage recordBreach(String frontageId, String kind, Instant at, Actor by, Attempt attempt) {
    return change.take(
        frontageId,
        FrontageStep.Kind.BREACHED,
        by,
        Optional.empty(),
        attempt,
        standing -> breach(kind, at, standing));
  }

  /**
   * The county forbids a shop the pavement.
   *
   * @param until the last night; empty until it is lifted
   */
  Frontage suspend(
      String frontageId,
      FrontageStep.SuspensionReason reason,
      Optional<LocalDate> until,
      Actor by,
      Attempt attempt) {
    return change.take(
        frontageId,
        FrontageStep.Kind.SUSPENDED,
        by,
        Optional.empty(),
        attempt,
        standing -> suspend(reason, until, standing));
  }

  /** The county ends a suspension before its time. */
  Frontage lift(String frontageId, FrontageStep.LiftingReason reason, Actor by, Attempt attempt) {
    return change.take(
        frontageId,
        FrontageStep.Kind.LIFTED,
        by,
        Optional.empty(),
        attempt,
        standing -> lift(reason, standing));
  }

  /**
   * A shop gives its frontage up, or the county withdraws it.
   *
   * @param holder the holder, where staff act on the holder's behalf
   * @param countys whether it is the county's own decision: a shop cannot end a suspended one, for
   *     it could declare it anew at once
   */
  Frontage end(
      String frontageId,
      FrontageStep.EndReason reason,
      Optional<String> holder,
      boolean countys,
      Actor by,
      Attempt attempt) {
    return change.take(
        frontageId,
        FrontageStep.Kind.ENDED,
        by,
        holder,
        attempt,
        standing -> end(reason, countys, standing));
  }

  private ChangeFrontage.Change breach(String kind, Instant at, ChangeFrontage.Standing standing) {
    Frontage before = standing.frontage();
    Site site = catalog.site(before.siteId());
    FrontagePolicy policy =
        standing.policy().orElseThrow(() -> ProblemException.of(422, "policy-unknown"));
    FrontagePolicy.Conduct point =
        policy
            .conduct(kind)
            .orElseThrow(
                () ->
                    ProblemException.of(422, "breach-kind-unknown")
                        .with(
                            "kinds",
                            policy.conduct().stream().map(FrontagePolicy.Conduct::code).toList()));
    LocalDate night = site.window().serviceDateOf(at);
    if (at.isAfter(standing.now()) || !before.nights().contains(night)) {
      throw ProblemException.ofField(422, "breach-outside-season", "/at");
    }
    Frontage after = before.breached(at, policy.countedSince(standing.now()), standing.state());
    return new ChangeFrontage.Change(
        after,
        Optional.of(kind),
        Optional.of(at),
        Optional.empty(),
        Optional.of(FrontageEvents.breached(after, site, point, at, policy, standing.now())));
  }

  private ChangeFrontage.Change suspend(
      FrontageStep.SuspensionReason reason,
      Optional<LocalDate> wished,
      ChangeFrontage.Standing standing) {
    Frontage before = standing.frontage();
    boolean within =
        wished
            .map(
                until ->
                    !until.isBefore(standing.tonight()) && !until.isAfter(before.nights().to()))
            .orElse(true);
    if (!within) {
      throw ProblemException.ofField(422, "until-outside-season", "/until");
    }
    Frontage after = before.suspended(wished);
    return new ChangeFrontage.Change(
        after,
        Optional.of(reason.name()),
        Optional.empty(),
        wished,
        Optional.of(
            FrontageEvents.suspended(
                after, catalog.site(before.siteId()), reason, standing.now())));
  }

  private ChangeFrontage.Change lift(
      FrontageStep.LiftingReason reason, ChangeFrontage.Standing standing) {
    Frontage after = standing.frontage().lifted();
    return new ChangeFrontage.Change(
        after,
        Optional.of(reason.name()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            FrontageEvents.lifted(after, catalog.site(after.siteId()), reason, standing.now())));
  }

  private static ChangeFrontage.Change end(
      FrontageStep.EndReason reason, boolean countys, ChangeFrontage.Standing standing) {
    if (!countys && standing.state() == FrontageState.SUSPENDED) {
      throw ProblemException.of(409, "frontage-suspended");
    }
    return new ChangeFrontage.Change(
        standing.frontage().ended(),
        Optional.of(reason.name()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
