package org.jiuye.stall.employer;

import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.SiteKind;

/** The county whose employers come to the job market: that of its sites. */
final class MarketCounty {
  private final SiteCatalog catalog;

  MarketCounty(SiteCatalog catalog) {
    this.catalog = catalog;
  }

  /** Whether staff act in the county. */
  boolean isServedBy(Caller caller) {
    return catalog.sites().stream()
        .filter(site -> site.kind() == SiteKind.JOB_MARKET)
        .anyMatch(site -> caller.actsInCountyOf(site.division()));
  }

  /**
   * Makes sure that staff act in the county.
   *
   * @throws ProblemException 403 {@code wrong-division}
   */
  void require(Caller caller) {
    if (!isServedBy(caller)) {
      throw ProblemException.of(403, "wrong-division");
    }
  }
}
