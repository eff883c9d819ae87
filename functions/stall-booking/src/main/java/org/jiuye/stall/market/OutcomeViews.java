package org.jiuye.stall.market;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireState;
import org.jiuye.stall.market.model.Outcome;

/** How outcomes and hires are answered; hires are counted from their records. */
final class OutcomeViews {
  private OutcomeViews() {}

  /**
   * What came of a stall at the job market.
   *
   * @param hired how many hires are in which state
   */
  record OutcomeView(
      String bookingId,
      int interviews,
      int intents,
      Map<HireState, Integer> hired,
      List<HireView> hires,
      OffsetDateTime reportedAt,
      long version) {}

  @BuiltByName
  record HireView(
      String hireId,
      String bookingId,
      LocalDate date,
      String employerName,
      int vacancyNo,
      String title,
      Optional<String> personId,
      HireState state,
      OffsetDateTime reportedAt,
      Optional<OffsetDateTime> decidedAt,
      long version) {}

  static OutcomeView of(Outcome outcome, List<Hire> hires) {
    Map<HireState, Integer> hired = new EnumMap<>(HireState.class);
    for (HireState state : HireState.values()) {
      hired.put(state, (int) hires.stream().filter(hire -> hire.state() == state).count());
    }
    return new OutcomeView(
        outcome.bookingId(),
        outcome.interviews(),
        outcome.intents(),
        hired,
        hires.stream().map(OutcomeViews::of).toList(),
        CountyTime.inCounty(outcome.reportedAt()),
        outcome.version());
  }

  static HireView of(Hire hire) {
    return OutcomeViewsHireViewBuilder.builder()
        .hireId(hire.hireId())
        .bookingId(hire.bookingId())
        .date(hire.date())
        .employerName(hire.employerName())
        .vacancyNo(hire.vacancyNo())
        .title(hire.title())
        .personId(hire.personId())
        .state(hire.state())
        .reportedAt(CountyTime.inCounty(hire.reportedAt()))
        .decidedAt(hire.decidedAt().map(CountyTime::inCounty))
        .version(hire.version())
        .build();
  }
}
