package org.jiuye.stall.employer;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.employer.model.EmployerState;
import org.jiuye.stall.employer.model.RejectionReason;

/** How employers are answered. */
final class EmployerViews {
  private EmployerViews() {}

  /**
   * An employer as its own people and staff see it.
   *
   * @param personId the person who acts for it
   * @param reason of a rejection
   */
  @BuiltByName
  record EmployerView(
      String creditCode,
      String name,
      String personId,
      EmployerState state,
      OffsetDateTime registeredAt,
      Optional<OffsetDateTime> decidedAt,
      Optional<RejectionReason> reason,
      long version) {}

  static EmployerView of(Employer employer) {
    return EmployerViewsEmployerViewBuilder.builder()
        .creditCode(employer.creditCode())
        .name(employer.name())
        .personId(employer.personId())
        .state(employer.state())
        .registeredAt(CountyTime.inCounty(employer.registeredAt()))
        .decidedAt(employer.decidedAt().map(CountyTime::inCounty))
        .reason(employer.reason())
        .version(employer.version())
        .build();
  }

  static HttpResponse ok(Employer employer) {
    return HttpResponse.ok(of(employer));
  }

  static HttpResponse created(Employer employer) {
    return HttpResponse.created("/employers/" + employer.creditCode(), of(employer));
  }
}
