package org.jiuye.stall.frontage.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SiteKind;

/**
 * A rule of declaring a frontage, a named value. That a place is free is not here but in the
 * condition of the write.
 *
 * @param name as people may cite it
 * @param source where the rule comes from
 */
public record FrontageRule(String name, String source, Check check) {
  private static final String COUNTY_TEXT =
      "巨鹿县“三重体系”政策信息 二(三): shops of the old-style and the food street, 19:00 to 08:00";
  private static final String SITE_POLICY = "seeds: frontage-policies.yaml";

  /** The rules in the order in which they are told. */
  public static final List<FrontageRule> ALL =
      List.of(
          new FrontageRule(
              "site is a street of shopfronts",
              COUNTY_TEXT,
              wish ->
                  refuseUnless(
                      wish.site().kind() == SiteKind.SHOPFRONT, Reason.NOT_A_SHOPFRONT_SITE)),
          new FrontageRule(
              "frontage exists",
              SITE_POLICY,
              wish ->
                  refuseUnless(
                      wish.site().stallNumbers().contains(wish.stallNo()), Reason.STALL_UNKNOWN)),
          new FrontageRule(
              "first night is not after the last",
              SITE_POLICY,
              wish -> refuseUnless(wish.nights().count() > 0, Reason.TO_BEFORE_FROM)),
          new FrontageRule(
              "first night is not over",
              SITE_POLICY,
              wish ->
                  refuseUnless(
                      !wish.nights().from().isBefore(wish.tonight()), Reason.SEASON_IN_PAST)),
          new FrontageRule(
              "rules of the first night are known",
              SITE_POLICY,
              wish -> refuseUnless(wish.policy().isPresent(), Reason.POLICY_UNKNOWN)),
          new FrontageRule("season is not too long", SITE_POLICY, FrontageRule::tooLong),
          new FrontageRule(
              "first night is within the horizon", SITE_POLICY, FrontageRule::beyondHorizon));

  /**
   * What a rule looks at.
   *
   * @param policy the rules in force on the first night
   * @param tonight the night that is on or next to come
   */
  public record Wish(
      Site site,
      String stallNo,
      FrontageNights nights,
      Optional<FrontagePolicy> policy,
      LocalDate tonight) {}

  /** Looks at a wish. */
  @FunctionalInterface
  public interface Check {
    Optional<Denial> denial(Wish wish);
  }

  /** Why a frontage can not be declared so. */
  public enum Reason {
    NOT_A_SHOPFRONT_SITE,
    STALL_UNKNOWN,
    TO_BEFORE_FROM,
    SEASON_IN_PAST,
    POLICY_UNKNOWN,
    SEASON_TOO_LONG,
    BEYOND_HORIZON
  }

  /**
   * A denial.
   *
   * @param details what the shop may need to go on
   */
  public record Denial(Reason reason, Map<String, Object> details) {}

  /** Why a wish can not be had; empty where every rule lets it pass. */
  public static Optional<Denial> denial(Wish wish) {
    return ALL.stream().flatMap(rule -> rule.check().denial(wish).stream()).findFirst();
  }

  private static Optional<Denial> tooLong(Wish wish) {
    return wish.policy()
        .map(FrontagePolicy::mostNights)
        .filter(most -> wish.nights().count() > most)
        .map(most -> new Denial(Reason.SEASON_TOO_LONG, Map.of("mostNights", most)));
  }

  private static Optional<Denial> beyondHorizon(Wish wish) {
    return wish.policy()
        .map(policy -> wish.tonight().plusDays(policy.horizonDays()))
        .filter(last -> wish.nights().from().isAfter(last))
        .map(last -> new Denial(Reason.BEYOND_HORIZON, Map.of("lastDate", last)));
  }

  private static Optional<Denial> refuseUnless(boolean allowed, Reason reason) {
    return allowed ? Optional.empty() : Optional.of(new Denial(reason, Map.of()));
  }
}
