package org.jiuye.stall.site;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.shared.invocation.Cached;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * The county's sites, kept by a warm function for a minute, so that browsing a session reads the
 * session alone. A changed seed is seen within that minute.
 */
public final class SiteCatalog {
  /** The form of a trade's code. */
  public static final Pattern TRADE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  /** The form of a site's id. */
  public static final Pattern SITE_ID = Pattern.compile("[a-z0-9-]{1,40}");

  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final WorkingDays NO_CALENDAR = new WorkingDays(List.of());

  private final Cached<List<Site>> sites;
  private final Cached<Map<String, SiteStore.Trade>> trades;
  private final Cached<WorkingDays> calendar;

  SiteCatalog(SiteStore store) {
    this.sites =
        new Cached<>(
            KEPT, () -> store.sites().stream().sorted(Comparator.comparing(Site::siteId)).toList());
    this.trades = new Cached<>(KEPT, store::trades);
    this.calendar = new Cached<>(KEPT, store::calendar);
  }

  /** All sites in the order of their ids. */
  public List<Site> sites() {
    return sites.get();
  }

  /** The sites whose stalls are booked by the night. */
  public List<Site> nightSites() {
    return sites().stream().filter(site -> site.kind().isBookedByTheNight()).toList();
  }

  /** A site, empty where there is none of that id. */
  public Optional<Site> find(String siteId) {
    return sites().stream().filter(site -> site.siteId().equals(siteId)).findAny();
  }

  /**
   * A site.
   *
   * @throws ProblemException 404 {@code site-not-found}
   */
  public Site get(String siteId) {
    return find(siteId).orElseThrow(() -> ProblemException.of(404, "site-not-found"));
  }

  /** The public holidays, where a site needs to know them; else those of no year. */
  public WorkingDays calendarFor(Site site) {
    return site.needsCalendar() ? calendar.get() : NO_CALENDAR;
  }

  /** A version of the rules, empty where no site has it any more. */
  public Optional<SitePolicy> policy(String policyId, int version) {
    return sites().stream()
        .flatMap(site -> site.policies().stream())
        .filter(policy -> policy.policyId().equals(policyId) && policy.version() == version)
        .findAny();
  }

  /** A trade's name in a language; its code where the county has no name for it. */
  public String tradeName(String code, String languageTag) {
    SiteStore.Trade trade = trades.get().get(code);
    return trade == null ? code : trade.name().getOrDefault(languageTag, code);
  }
}
