package org.jiuye.stall.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.standing.model.Bar;

/** What is told of bars; the schemas are in the folder {@code events}. */
final class BarEvents {
  /** Bars are called by the booking that brought them about and have versions of their own. */
  private static final String SOURCE = "/stall-booking/bars";

  private BarEvents() {}

  /**
   * A bar, for the person or the caseworkers.
   *
   * @param recipientIds the persons who must hear of it: the one who is barred, or nobody
   * @param until the first day on which the person may book again
   * @param objectionUntil the last day on which the person may object
   * @param reason what the person says against it
   */
  @BuiltByName
  record BarData(
      String barId,
      String personId,
      List<String> recipientIds,
      String kind,
      String division,
      LocalDate from,
      LocalDate until,
      LocalDate objectionUntil,
      String state,
      Optional<String> reason) {}

  static Event bar(Bar bar, Instant now) {
    String type =
        switch (bar.state()) {
          case IN_FORCE -> "org.jiuye.stall.bar-imposed.v1";
          case HELD -> "org.jiuye.stall.bar-objected.v1";
          case UPHELD -> "org.jiuye.stall.bar-upheld.v1";
          case LIFTED -> "org.jiuye.stall.bar-lifted.v1";
        };
    return Event.of(
        SOURCE,
        type,
        bar.barId(),
        CountyTime.inCounty(now),
        bar.version(),
        BarEventsBarDataBuilder.builder()
            .barId(bar.barId())
            .personId(bar.personId())
            .recipientIds(bar.state() == Bar.State.HELD ? List.of() : List.of(bar.personId()))
            .kind(bar.kind().name())
            .division(bar.division())
            .from(bar.from())
            .until(bar.until())
            .objectionUntil(bar.objectionUntil())
            .state(bar.state().name())
            .reason(bar.objection().map(objection -> objection.reason().name()))
            .build());
  }
}
