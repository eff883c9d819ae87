package org.jiuye.stall.frontage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrontageTest {
  private static final LocalDate JULY_1 = LocalDate.of(2026, 7, 1);
  private static final Instant NOON = Instant.parse("2026-07-01T04:00:00Z");
  private static final Frontage DECLARED = frontage(JULY_1, JULY_1.plusDays(9));

  @Test
  void nightsOverlapWhereTheyShareOne() {
    FrontageNights nights = new FrontageNights(JULY_1, JULY_1.plusDays(9));

    assertThat(nights.overlap(new FrontageNights(JULY_1.plusDays(9), JULY_1.plusDays(12))))
        .isTrue();
    assertThat(nights.overlap(new FrontageNights(JULY_1.plusDays(10), JULY_1.plusDays(12))))
        .isFalse();
    assertThat(nights.overlap(new FrontageNights(JULY_1.minusDays(9), JULY_1.minusDays(1))))
        .isFalse();
    assertThat(nights.overlap(new FrontageNights(JULY_1.minusDays(9), JULY_1))).isTrue();
    assertThat(nights.overlap(new FrontageNights(JULY_1.plusDays(3), JULY_1.plusDays(4)))).isTrue();
    assertThat(nights.count()).isEqualTo(10);
  }

  @Test
  void aSuspensionEndsByItselfAfterItsLastNightAndSoDoesTheSeason() {
    Frontage suspended = DECLARED.suspended(Optional.of(JULY_1.plusDays(2)));

    assertThat(suspended.stateOn(JULY_1.plusDays(2))).isEqualTo(FrontageState.SUSPENDED);
    assertThat(suspended.stateOn(JULY_1.plusDays(3))).isEqualTo(FrontageState.ACTIVE);
    assertThat(suspended.stateOn(JULY_1.plusDays(10))).isEqualTo(FrontageState.ENDED);
    assertThat(DECLARED.suspended(Optional.empty()).stateOn(JULY_1.plusDays(9)))
        .isEqualTo(FrontageState.SUSPENDED);
    assertThat(DECLARED.ended().stateOn(JULY_1)).isEqualTo(FrontageState.ENDED);
  }

  @Test
  void breachesCountWhileTheyAreRecentAndUntilASuspensionDealtWithThem() {
    Frontage once = DECLARED.breached(NOON, NOON.minusSeconds(60), FrontageState.ACTIVE);
    Frontage later = once.breached(NOON.plusSeconds(90), NOON.plusSeconds(30), once.state());

    assertThat(once.breaches()).containsExactly(NOON);
    assertThat(later.breaches()).containsExactly(NOON.plusSeconds(90));
    assertThat(later.suspended(Optional.empty()).breaches()).isEmpty();
    assertThat(later.version()).isEqualTo(3);
  }

  @Test
  void aPlaceForgetsWhatIsOverWhenItIsDeclaredAgain() {
    Frontage next = frontage(JULY_1.plusDays(10), JULY_1.plusDays(20));
    FrontagePlace place =
        FrontagePlace.unclaimed("old-style-street", "A001").declaredBy(DECLARED, JULY_1);

    assertThat(place.isTaken(next.nights())).isFalse();
    assertThat(place.isTaken(DECLARED.nights())).isTrue();
    assertThat(place.declaredBy(next, JULY_1.plusDays(9)).claims()).hasSize(2);
    assertThat(place.declaredBy(next, JULY_1.plusDays(10)).claims())
        .containsOnlyKeys(next.frontageId());
  }

  private static Frontage frontage(LocalDate from, LocalDate to) {
    return FrontageBuilder.builder()
        .frontageId("old-style-street.A001." + from)
        .siteId("old-style-street")
        .division("130529100")
        .stallNo("A001")
        .creditCode("91350100M000100Y43")
        .shopName("老街面馆")
        .personId("person-wang")
        .onBehalf(false)
        .nights(new FrontageNights(from, to))
        .state(FrontageState.ACTIVE)
        .suspendedUntil(Optional.empty())
        .breaches(List.of())
        .declaredAt(NOON)
        .policyId("shopfront")
        .policyVersion(1)
        .version(1)
        .build();
  }
}
