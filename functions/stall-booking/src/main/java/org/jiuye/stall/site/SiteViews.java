package org.jiuye.stall.site;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.Season;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.shared.text.Language;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SitePolicy;

/** Sites as they are answered: names in the caller's language. */
public final class SiteViews {
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  private final SiteCatalog catalog;

  SiteViews(SiteCatalog catalog) {
    this.catalog = catalog;
  }

  /** A site; the policy is the one of today. */
  @BuiltByName
  record SiteView(
      String siteId,
      String kind,
      String name,
      String division,
      Optional<String> address,
      Optional<Season> season,
      Optional<List<DayOfWeek>> weekdays,
      Optional<Boolean> closedOnHolidays,
      WindowView window,
      List<TradeView> trades,
      int stallCount,
      Optional<PolicyView> policy,
      boolean sample) {}

  /** When a night opens, {@code HH:mm}, and how long it lasts. */
  record WindowView(String opensAt, Duration duration) {}

  record TradeView(String code, String name) {}

  record PolicyView(
      String policyId, int version, int horizonDays, int weeklyLimit, int freeCancellationHours) {}

  SiteView site(Site site, LocalDate today, Language language) {
    return SiteViewsSiteViewBuilder.builder()
        .siteId(site.siteId())
        .kind(site.kind().name())
        .name(text(site.name(), language))
        .division(site.division())
        .address(site.address().map(address -> text(address, language)))
        .season(site.season())
        .weekdays(site.weekdays())
        .closedOnHolidays(site.closedOnHolidays())
        .window(new WindowView(HOURS.format(site.window().opensAt()), site.window().duration()))
        .trades(
            site.trades().stream()
                .map(code -> new TradeView(code, catalog.tradeName(code, language.tag())))
                .toList())
        .stallCount(site.stallNumbers().size())
        .policy(site.policyOn(today).map(SiteViews::policy))
        .sample(site.sample().orElse(false))
        .build();
  }

  /** A text in a language, in Chinese where it is not written in it. */
  public static String text(Map<String, String> byLanguage, Language language) {
    String text = byLanguage.get(language.tag());
    return text != null ? text : byLanguage.getOrDefault(Language.CHINESE.tag(), "");
  }

  private static PolicyView policy(SitePolicy policy) {
    return new PolicyView(
        policy.policyId(),
        policy.version(),
        policy.horizonDays(),
        policy.weeklyLimit(),
        policy.freeCancellationHours());
  }
}
