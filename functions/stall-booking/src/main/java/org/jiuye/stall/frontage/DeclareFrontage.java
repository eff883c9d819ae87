package org.jiuye.stall.frontage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.employer.ActingEmployer;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageBuilder;
import org.jiuye.stall.frontage.model.FrontageNights;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.frontage.model.FrontageRule;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;
import org.jiuye.stall.frontage.model.FrontageStepBuilder;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.site.model.Site;

/**
 * A shop declares the pavement in front of it for a season. For a shop acts who registered its
 * credit code as an employer's and was verified by a caseworker.
 */
final class DeclareFrontage {
  private final FrontageCatalog catalog;
  private final FrontageStore store;
  private final ActingEmployer shops;
  private final CountyTime time;

  DeclareFrontage(
      FrontageCatalog catalog, FrontageStore store, ActingEmployer shops, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.shops = shops;
    this.time = time;
  }

  /** What a shop declares. */
  record Declaration(
      Site site, String stallNo, String creditCode, String shopName, FrontageNights nights) {}

  /**
   * Declares a frontage.
   *
   * @throws ProblemException 409 {@code frontage-taken}, 422 what a rule denies
   */
  Frontage declare(Declaration declared, Acting acting, Attempt attempt) {
    Site site = declared.site();
    acting.requireReach(site.division());
    ActingEmployer.requireValid(declared.creditCode());
    Instant now = time.now();
    LocalDate tonight = site.window().serviceDateOf(now);
    Optional<FrontagePolicy> policy = catalog.policyOn(site.siteId(), declared.nights().from());
    FrontageRule.denial(
            new FrontageRule.Wish(site, declared.stallNo(), declared.nights(), policy, tonight))
        .ifPresent(
            denial -> {
              throw problem(denial);
            });
    Employer shop = shops.require(declared.creditCode(), acting.personId());
    Frontage frontage = frontage(declared, acting, policy.orElseThrow(), now);
    FrontageStep step = firstStep(frontage, acting);
    // Others may declare the place meanwhile, perhaps for other nights.
    LookAgain.untilDone(
        () -> store.place(site.siteId(), declared.stallNo()),
        place -> {
          if (place.isTaken(declared.nights())) {
            throw ProblemException.of(409, "frontage-taken");
          }
          return store.declare(
              place,
              frontage,
              step,
              tonight,
              ActingEmployer.stillVerified(shop),
              attempt.record(frontage.frontageId()));
        });
    return frontage;
  }

  private static Frontage frontage(
      Declaration declared, Acting acting, FrontagePolicy policy, Instant now) {
    Site site = declared.site();
    return FrontageBuilder.builder()
        .frontageId(site.siteId() + "." + declared.stallNo() + "." + Nonce.next())
        .siteId(site.siteId())
        .division(site.division())
        .stallNo(declared.stallNo())
        .creditCode(declared.creditCode())
        .shopName(declared.shopName())
        .personId(acting.personId())
        .onBehalf(acting.onBehalf())
        .nights(declared.nights())
        .state(FrontageState.ACTIVE)
        .suspendedUntil(Optional.empty())
        .breaches(List.of())
        .declaredAt(now)
        .policyId(policy.policyId())
        .policyVersion(policy.version())
        .version(1)
        .build();
  }

  private static FrontageStep firstStep(Frontage frontage, Acting acting) {
    return FrontageStepBuilder.builder()
        .kind(FrontageStep.Kind.DECLARED)
        .takenAt(frontage.declaredAt())
        .by(acting.actor())
        .onBehalfOf(acting.onBehalfOf())
        .reason(Optional.empty())
        .seenAt(Optional.empty())
        .until(Optional.empty())
        .policyId(frontage.policyId())
        .policyVersion(frontage.policyVersion())
        .before(Optional.empty())
        .after(frontage.state())
        .version(frontage.version())
        .build();
  }

  private static ProblemException problem(FrontageRule.Denial denial) {
    String code = denial.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    ProblemException problem = ProblemException.of(422, code);
    for (var detail : denial.details().entrySet()) {
      problem = problem.with(detail.getKey(), detail.getValue());
    }
    return problem;
  }
}
