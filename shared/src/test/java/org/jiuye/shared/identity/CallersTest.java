package org.jiuye.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.support.UnusedClient;
import org.jiuye.shared.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "130529100|130529100",
        "130529100 130529101|130529100,130529101",
        "[130529100 130529101]|130529100,130529101",
        "[130529100, 130529101]|130529100,130529101",
        "130529|130529",
        "130529100201|130529100201",
        "[]|''",
        "''|''",
        "' '|''",
        "all|''",
        "1305|''",
        "1305291|''",
        "13052910 130529100|130529100",
        "１３０５２９|''",
      })
  void divisionsAreCodesAndNothingElse(String claim, String divisions) {
    List<String> expected = divisions.isEmpty() ? List.of() : List.of(divisions.split(","));

    assertThat(caller(Map.of("sub", "a", "role", "warden", "divisions", claim)).divisions())
        .isEqualTo(expected);
  }

  @Test
  void theClaimsNamesAreSettings() {
    Callers callers =
        new Callers(
            new Accounts(new Table(new UnusedClient(), "unused")),
            "https://jiuye.example/role",
            "https://jiuye.example/divisions");

    Caller caller =
        callers.of(
            Map.of(
                "sub", "a",
                "role", "admin",
                "https://jiuye.example/role", "villageWorker",
                "https://jiuye.example/divisions", "130529100"));

    assertThat(caller.role()).isEqualTo(Role.VILLAGE_WORKER);
    assertThat(caller.divisions()).containsExactly("130529100");
  }

  @Test
  void aDivisionCoversWhatIsUnderItAlone() {
    Caller town = caller(Map.of("sub", "a", "role", "warden", "divisions", "130529100"));

    assertThat(town.covers("130529100")).isTrue();
    assertThat(town.covers("130529100201")).isTrue();
    assertThat(town.covers("130529101")).isFalse();
    assertThat(town.covers("130529")).isFalse();
    assertThat(town.actsInCountyOf("130529101")).isTrue();
    assertThat(town.actsInCountyOf("130530100")).isFalse();
  }

  @Test
  void withoutDivisionsNothingIsCovered() {
    Caller nobody = caller(Map.of("sub", "a", "role", "admin"));

    assertThat(nobody.covers("130529100")).isFalse();
    assertThat(nobody.actsInCountyOf("130529100")).isFalse();
  }

  @Test
  void thePersonIsAskedForOnlyWhenNeeded() {
    AtomicInteger asked = new AtomicInteger();
    Caller caller =
        new Caller(
            "a",
            Role.CITIZEN,
            List.of(),
            () -> {
              asked.incrementAndGet();
              return Optional.of("person-1");
            });

    assertThat(asked).hasValue(0);
    assertThat(caller.personId()).isEqualTo("person-1");
    assertThat(asked).hasValue(1);
  }

  @Test
  void anAccountBehindWhichNobodyStandsIsToldToRegister() {
    Caller caller = new Caller("a", Role.CITIZEN, List.of(), Optional::empty);

    assertThat(caller.registeredPerson()).isEmpty();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(caller::personId)
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(403);
              assertThat(problem.code()).isEqualTo("person-not-registered");
            });
  }

  private static Caller caller(Map<String, String> claims) {
    return new Callers(new Accounts(new Table(new UnusedClient(), "unused")), "role", "divisions")
        .of(claims);
  }
}
