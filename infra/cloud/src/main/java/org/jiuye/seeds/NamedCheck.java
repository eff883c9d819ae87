package org.jiuye.seeds;

import java.util.List;
import java.util.Map;
import org.jiuye.seeds.SeedFile.Located;

/** A check that neither JSON Schema nor the rules beside it can say; a schema names it. */
@FunctionalInterface
interface NamedCheck {

  /** Every error in the values, which are all that the schema's pattern selects in the county. */
  List<SeedError> check(List<Located> values, SeedFiles files);

  /**
   * The check of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static NamedCheck named(String name) {
    NamedCheck check =
        Map.<String, NamedCheck>of(
                "calendar-dates", CountyChecks::calendarDates,
                "dated-versions", PolicyChecks::datedVersions,
                "division-codes", CountyChecks::divisionCodes,
                "later-versions-hold-later", PolicyChecks::laterVersionsHoldLater,
                "one-caseworker-a-division", CountyChecks::oneCaseworkerADivision,
                "patterns-find-their-examples", PatternChecks::patternsFindTheirExamples,
                "ranges-ascend", RangeChecks::rangesAscend)
            .get(name);
    if (check == null) {
      throw new IllegalArgumentException("no check is named " + name);
    }
    return check;
  }
}
