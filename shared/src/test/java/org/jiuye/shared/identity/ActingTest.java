package org.jiuye.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.jiuye.shared.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActingTest {
  private static final Optional<String> OTHER = Optional.of("person-2");

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CASEWORKER", "VILLAGE_WORKER", "ADMIN"},
      mode = EnumSource.Mode.EXCLUDE)
  void mostActForThemselvesAlone(Role role) {
    Acting acting = Acting.of(caller(role), Optional.empty());

    assertThat(acting.personId()).isEqualTo("person-1");
    assertThat(acting.onBehalf()).isFalse();
    assertThat(acting.onBehalfOf()).isEmpty();
    assertProblem(403, "wrong-role", () -> Acting.of(caller(role), OTHER));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CASEWORKER", "VILLAGE_WORKER", "ADMIN"})
  void staffActForWhomTheyName(Role role) {
    Acting acting = Acting.of(caller(role), OTHER);

    assertThat(acting.personId()).isEqualTo("person-2");
    assertThat(acting.onBehalf()).isTrue();
    assertThat(acting.onBehalfOf()).isEqualTo(OTHER);
    assertThat(acting.actor()).isEqualTo(new Actor("account-1", role.claim()));
    assertProblem(422, "on-behalf-of-required", () -> Acting.of(caller(role), Optional.empty()));
  }

  @Test
  void whoIsNotRegisteredActsForNobody() {
    Caller unknown = new Caller("account-1", Role.CITIZEN, List.of(), Optional::empty);

    assertProblem(403, "person-not-registered", () -> Acting.of(unknown, Optional.empty()));
  }

  @Test
  void staffActInTheirOwnCountyAndEverybodyElseAnywhere() {
    Acting staff = Acting.of(caller(Role.VILLAGE_WORKER), OTHER);
    staff.requireReach("130529200");

    assertProblem(403, "wrong-division", () -> staff.requireReach("130530100"));
    Acting.of(caller(Role.CITIZEN), Optional.empty()).requireReach("130530100");
  }

  private static Caller caller(Role role) {
    return new Caller("account-1", role, List.of("130529100"), () -> Optional.of("person-1"));
  }

  private static void assertProblem(int status, String code, Runnable action) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(action::run)
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(status);
              assertThat(problem.code()).isEqualTo(code);
            });
  }
}
