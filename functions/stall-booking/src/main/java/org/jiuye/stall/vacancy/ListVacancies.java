package org.jiuye.stall.vacancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.text.Language;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.SiteViews;
import org.jiuye.stall.vacancy.model.PayRange;
import org.jiuye.stall.vacancy.model.PostedVacancy;
import org.jiuye.stall.vacancy.model.Vacancy;

/** {@code GET /vacancies}: what employers offer at the job market of a date. One Query. */
final class ListVacancies {
  private final SiteCatalog catalog;
  private final VacancyStore store;
  private final CountyTime time;

  ListVacancies(SiteCatalog catalog, VacancyStore store, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.time = time;
  }

  /** A vacancy as anybody sees it, with where to ask for it. */
  @BuiltByName
  record VacancyView(
      String siteId,
      String siteName,
      LocalDate date,
      String stallNo,
      String creditCode,
      String employerName,
      int vacancyNo,
      String title,
      String duties,
      int headcount,
      PayRange monthlyPay,
      String place,
      Optional<String> conditions,
      LocalDate validUntil) {}

  private record Wanted(Optional<LocalDate> date, PageRequest page) {}

  HttpResponse handle(HttpRequest request) {
    Wanted wanted =
        request.readParameters(
            parameters -> new Wanted(parameters.queryDate("date"), parameters.page(20, 100)));
    Slice slice = store.on(wanted.date().orElseGet(time::today), wanted.page());
    List<VacancyView> vacancies =
        slice.items().stream()
            .map(store::read)
            .map(posted -> view(posted, request.language()))
            .toList();
    return HttpResponse.ok(Page.of(vacancies, slice.lastSort()));
  }

  private VacancyView view(PostedVacancy posted, Language language) {
    Vacancy vacancy = posted.vacancy();
    return ListVacanciesVacancyViewBuilder.builder()
        .siteId(posted.siteId())
        .siteName(
            catalog
                .find(posted.siteId())
                .map(site -> SiteViews.text(site.name(), language))
                .orElse(posted.siteId()))
        .date(posted.date())
        .stallNo(posted.stallNo())
        .creditCode(posted.creditCode())
        .employerName(posted.employerName())
        .vacancyNo(posted.vacancyNo())
        .title(vacancy.title())
        .duties(vacancy.duties())
        .headcount(vacancy.headcount())
        .monthlyPay(vacancy.monthlyPay())
        .place(vacancy.place())
        .conditions(vacancy.conditions())
        .validUntil(vacancy.validUntil())
        .build();
  }
}
