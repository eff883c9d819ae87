package org.jiuye.stall.frontage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.invocation.Cached;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Site;

/** The streets of shopfronts and their rules, kept by a warm function for a minute. */
final class FrontageCatalog {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final SiteCatalog sites;
  private final Cached<Map<String, List<FrontagePolicy>>> policiesBySite;

  FrontageCatalog(SiteCatalog sites, FrontageStore store) {
    this.sites = sites;
    this.policiesBySite = new Cached<>(KEPT, () -> read(store));
  }

  /**
   * A site.
   *
   * @throws ProblemException 404 {@code site-not-found}
   */
  Site site(String siteId) {
    return sites.get(siteId);
  }

  /** The rules in force on a night; empty before the first version. */
  Optional<FrontagePolicy> policyOn(String siteId, LocalDate night) {
    return policiesBySite.get().getOrDefault(siteId, List.of()).stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(night))
        .max(Comparator.comparing(FrontagePolicy::effectiveFrom));
  }

  /** The night that is on at a site, or the next to come; the date where the site is given up. */
  LocalDate tonight(String siteId, Instant now) {
    return sites
        .find(siteId)
        .map(site -> site.window().serviceDateOf(now))
        .orElseGet(() -> CountyTime.dateOf(now));
  }

  private static Map<String, List<FrontagePolicy>> read(FrontageStore store) {
    List<FrontagePolicy> policies = store.policies();
    return store.siteRules().stream()
        .filter(rules -> rules.frontagePolicyId().isPresent())
        .collect(
            Collectors.toMap(
                FrontageStore.SiteRules::siteId,
                rules ->
                    policies.stream()
                        .filter(policy -> policy.policyId().equals(rules.frontagePolicyId().get()))
                        .toList()));
  }
}
