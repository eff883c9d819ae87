package org.jiuye.stall.frontage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontagePlace;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;

/** Frontages as they are answered. */
final class FrontageViews {
  private final FrontageCatalog catalog;
  private final FrontageStore store;
  private final CountyTime time;

  FrontageViews(FrontageCatalog catalog, FrontageStore store, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.time = time;
  }

  /** What anybody may know: which shop may use which pavement now. */
  @BuiltByName
  record PublicView(
      String frontageId,
      String siteId,
      String stallNo,
      String creditCode,
      String shopName,
      LocalDate from,
      LocalDate to,
      FrontageState state,
      Optional<LocalDate> suspendedUntil) {}

  /**
   * A frontage as its holder and staff see it.
   *
   * @param breaches how many count now
   * @param steps what happened to it; only where one frontage is asked for
   */
  @BuiltByName
  record FrontageView(
      String frontageId,
      String siteId,
      String stallNo,
      String creditCode,
      String shopName,
      LocalDate from,
      LocalDate to,
      FrontageState state,
      Optional<LocalDate> suspendedUntil,
      String personId,
      boolean onBehalf,
      OffsetDateTime declaredAt,
      int breaches,
      int policyVersion,
      long version,
      Optional<List<StepView>> steps) {}

  /** A step, with the role of the person who took it: an account says nothing to people. */
  @BuiltByName
  record StepView(
      FrontageStep.Kind kind,
      OffsetDateTime takenAt,
      String byRole,
      Optional<String> onBehalfOf,
      Optional<String> reason,
      Optional<OffsetDateTime> seenAt,
      Optional<LocalDate> until,
      Optional<FrontageState> before,
      FrontageState after,
      int policyVersion,
      long version) {}

  HttpResponse created(Frontage frontage) {
    return HttpResponse.created(
        "/frontages/" + frontage.frontageId(), view(frontage, Optional.empty()));
  }

  HttpResponse ok(Frontage frontage) {
    return HttpResponse.ok(view(frontage, Optional.empty()));
  }

  HttpResponse ok(FrontageStore.History history) {
    return HttpResponse.ok(
        view(
            history.frontage(),
            Optional.of(history.steps().stream().map(FrontageViews::view).toList())));
  }

  /** The answer for a frontage that an earlier request made, as it stands now. */
  HttpResponse createdBefore(String frontageId) {
    return created(stored(frontageId));
  }

  /** The answer for a frontage that an earlier request changed, as it stands now. */
  HttpResponse okBefore(String frontageId) {
    return ok(stored(frontageId));
  }

  /** The frontage of a night at a place, empty where nobody declared it. */
  Optional<PublicView> shown(FrontagePlace place, LocalDate night) {
    return place.on(night).map(entry -> view(place, entry.getKey(), entry.getValue(), night));
  }

  /** What is declared at a place and not over on a night, the next season first. */
  List<PublicView> declared(FrontagePlace place, LocalDate night) {
    return place.claims().entrySet().stream()
        .map(entry -> view(place, entry.getKey(), entry.getValue(), night))
        .filter(declared -> declared.state() != FrontageState.ENDED)
        .sorted(Comparator.comparing(PublicView::from))
        .toList();
  }

  private static PublicView view(
      FrontagePlace place, String frontageId, FrontagePlace.Claim claim, LocalDate night) {
    FrontageState state = claim.stateOn(night);
    return FrontageViewsPublicViewBuilder.builder()
        .frontageId(frontageId)
        .siteId(place.siteId())
        .stallNo(place.stallNo())
        .creditCode(claim.creditCode())
        .shopName(claim.shopName())
        .from(claim.nights().from())
        .to(claim.nights().to())
        .state(state)
        .suspendedUntil(claim.suspendedUntil().filter(until -> state == FrontageState.SUSPENDED))
        .build();
  }

  /** A frontage as its holder sees it in a list. */
  FrontageView view(Frontage frontage) {
    return view(frontage, Optional.empty());
  }

  private FrontageView view(Frontage frontage, Optional<List<StepView>> steps) {
    FrontageState state = frontage.stateOn(catalog.tonight(frontage.siteId(), time.now()));
    return FrontageViewsFrontageViewBuilder.builder()
        .frontageId(frontage.frontageId())
        .siteId(frontage.siteId())
        .stallNo(frontage.stallNo())
        .creditCode(frontage.creditCode())
        .shopName(frontage.shopName())
        .from(frontage.nights().from())
        .to(frontage.nights().to())
        .state(state)
        .suspendedUntil(frontage.suspendedUntil().filter(until -> state == FrontageState.SUSPENDED))
        .personId(frontage.personId())
        .onBehalf(frontage.onBehalf())
        .declaredAt(CountyTime.inCounty(frontage.declaredAt()))
        .breaches(counted(frontage))
        .policyVersion(frontage.policyVersion())
        .version(frontage.version())
        .steps(steps)
        .build();
  }

  private int counted(Frontage frontage) {
    return catalog
        .policyOn(frontage.siteId(), catalog.tonight(frontage.siteId(), time.now()))
        .map(policy -> policy.countedSince(time.now()))
        .map(since -> (int) frontage.breaches().stream().filter(at -> !at.isBefore(since)).count())
        .orElse(0);
  }

  private static StepView view(FrontageStep step) {
    return FrontageViewsStepViewBuilder.builder()
        .kind(step.kind())
        .takenAt(CountyTime.inCounty(step.takenAt()))
        .byRole(step.by().role())
        .onBehalfOf(step.onBehalfOf())
        .reason(step.reason())
        .seenAt(step.seenAt().map(CountyTime::inCounty))
        .until(step.until())
        .before(step.before())
        .after(step.after())
        .policyVersion(step.policyVersion())
        .version(step.version())
        .build();
  }

  private Frontage stored(String frontageId) {
    return store.frontage(frontageId).orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
