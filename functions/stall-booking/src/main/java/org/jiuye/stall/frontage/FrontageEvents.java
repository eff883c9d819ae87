package org.jiuye.stall.frontage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;
import org.jiuye.stall.site.model.Site;

/**
 * What the shopfronts tell others; the schemas are in the folder {@code events}. The holder hears
 * of it in person.
 */
final class FrontageEvents {
  private static final String SOURCE = "/stall-booking";
  private static final String BREACHED = "org.jiuye.stall.frontage-breached.v1";
  private static final String SUSPENDED = "org.jiuye.stall.frontage-suspended.v1";
  private static final String LIFTED = "org.jiuye.stall.frontage-lifted.v1";

  private FrontageEvents() {}

  @BuiltByName
  record BreachData(
      String frontageId,
      String siteId,
      Map<String, String> siteName,
      String division,
      String stallNo,
      String personId,
      List<String> recipientIds,
      FrontageState state,
      String kind,
      Map<String, String> kindName,
      OffsetDateTime at,
      int breaches,
      boolean suspensionDue) {}

  @BuiltByName
  record DecisionData(
      String frontageId,
      String siteId,
      Map<String, String> siteName,
      String division,
      String stallNo,
      String personId,
      List<String> recipientIds,
      FrontageState state,
      String reason,
      Optional<LocalDate> until) {}

  static Event breached(
      Frontage after,
      Site site,
      FrontagePolicy.Conduct point,
      Instant at,
      FrontagePolicy policy,
      Instant now) {
    return event(
        BREACHED,
        after,
        now,
        FrontageEventsBreachDataBuilder.builder()
            .frontageId(after.frontageId())
            .siteId(after.siteId())
            .siteName(site.name())
            .division(after.division())
            .stallNo(after.stallNo())
            .personId(after.personId())
            .recipientIds(List.of(after.personId()))
            .state(after.state())
            .kind(point.code())
            .kindName(point.name())
            .at(CountyTime.inCounty(at))
            .breaches(after.breaches().size())
            .suspensionDue(after.state() == FrontageState.ACTIVE && policy.isSuspensionDue(after))
            .build());
  }

  static Event suspended(
      Frontage after, Site site, FrontageStep.SuspensionReason reason, Instant now) {
    return event(SUSPENDED, after, now, decision(after, site, reason.name()));
  }

  static Event lifted(Frontage after, Site site, FrontageStep.LiftingReason reason, Instant now) {
    return event(LIFTED, after, now, decision(after, site, reason.name()));
  }

  private static DecisionData decision(Frontage after, Site site, String reason) {
    return FrontageEventsDecisionDataBuilder.builder()
        .frontageId(after.frontageId())
        .siteId(after.siteId())
        .siteName(site.name())
        .division(after.division())
        .stallNo(after.stallNo())
        .personId(after.personId())
        .recipientIds(List.of(after.personId()))
        .state(after.state())
        .reason(reason)
        .until(after.suspendedUntil())
        .build();
  }

  private static Event event(String type, Frontage after, Instant now, Object data) {
    return Event.of(
        SOURCE, type, after.frontageId(), CountyTime.inCounty(now), after.version(), data);
  }
}
