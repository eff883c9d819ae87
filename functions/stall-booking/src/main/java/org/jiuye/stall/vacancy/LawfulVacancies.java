package org.jiuye.stall.vacancy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.invocation.Cached;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.text.Language;
import org.jiuye.stall.site.SiteViews;
import org.jiuye.stall.vacancy.model.Vacancy;
import org.jiuye.stall.vacancy.model.VacancyLimits;

/** Refuses vacancies that limit by sex, ethnicity, religion or household registration. */
public final class LawfulVacancies {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Cached<VacancyLimits> limits;

  public LawfulVacancies(VacancyStore store) {
    this.limits = new Cached<>(KEPT, () -> new VacancyLimits(store.limits()));
  }

  /**
   * A limit as it is told.
   *
   * @param words what makes it one
   * @param law what forbids it
   */
  record LimitView(String pointer, String ground, String words, String law) {}

  /**
   * Makes sure that no vacancy holds such a limit.
   *
   * @throws ProblemException 422 {@code discriminating-limit}, every one named with the law
   */
  public void require(List<Vacancy> vacancies, Language language) {
    List<LimitView> found = new ArrayList<>();
    for (int index = 0; index < vacancies.size(); index++) {
      Vacancy vacancy = vacancies.get(index);
      String place = "/vacancies/" + index;
      look(vacancy.title(), place + "/title", language).ifPresent(found::add);
      look(vacancy.duties(), place + "/duties", language).ifPresent(found::add);
      vacancy
          .conditions()
          .flatMap(conditions -> look(conditions, place + "/conditions", language))
          .ifPresent(found::add);
    }
    if (!found.isEmpty()) {
      throw ProblemException.ofFields(
              422, "discriminating-limit", found.stream().map(LimitView::pointer).toList())
          .with("limits", found);
    }
  }

  private Optional<LimitView> look(String text, String pointer, Language language) {
    return limits
        .get()
        .find(text)
        .map(
            found ->
                new LimitView(
                    pointer,
                    found.limit().ground(),
                    found.words(),
                    SiteViews.text(found.limit().law(), language)));
  }
}
