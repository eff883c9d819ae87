package org.jiuye.loan.precheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Someone;
import org.jiuye.loan.rules.model.Table;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.Julu;
import org.jiuye.loan.terms.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which version answers: the day before a change and the day of it answer differently. */
class VersionsTest {
  private static final Rulebook RULES = new Rulebook(Julu.POLICIES);

  @ParameterizedTest
  @CsvSource({
    "PERSONAL, 2019-02-19, personal-2019, 15000000",
    "PERSONAL, 2020-04-14, personal-2019, 15000000",
    "PERSONAL, 2020-04-15, personal-2020, 20000000",
    "PERSONAL, 2020-12-31, personal-2020, 20000000",
    "PERSONAL, 2021-01-01, personal-2021, 20000000",
    "PERSONAL, 2023-09-30, personal-2021, 20000000",
    "PERSONAL, 2023-10-01, personal-2023, 30000000",
    "PERSONAL, 2026-07-01, personal-2023, 30000000",
    "SMALL_ENTERPRISE, 2020-04-14, small-enterprise-2020-before, 300000000",
    "SMALL_ENTERPRISE, 2020-04-15, small-enterprise-2020, 300000000",
    "SMALL_ENTERPRISE, 2023-09-30, small-enterprise-2021, 300000000",
    "SMALL_ENTERPRISE, 2023-10-01, small-enterprise-2023, 400000000",
    "POVERTY_MICRO, 2020-07-01, poverty-micro-2020, 5000000",
    "POVERTY_MICRO, 2026-07-01, poverty-micro-2021, 5000000",
  })
  void theDayChooses(Product product, LocalDate day, String policyId, long capFen) {
    Precheck precheck = Table.check(Facts.untold(product, day));

    assertThat(precheck.policyId()).isEqualTo(policyId);
    assertThat(precheck.loan().cap().value()).contains(capFen);
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void nothingIsKnownBeforeTheFirstVersion(Product product) {
    LocalDate first =
        Julu.POLICIES.versions(product).getFirst().policy().effectiveFrom().orElseThrow();

    assertThat(RULES.check(Facts.untold(product, first.minusDays(1)))).isEmpty();
    assertThat(RULES.check(Facts.untold(product, first))).isPresent();
  }

  @Test
  void aVersionWithoutAFirstDayIsNeverInForceButIsShown() {
    assertThat(Julu.POLICIES.versions(Product.PERSONAL))
        .last()
        .satisfies(
            terms -> {
              assertThat(terms.policy().policyId()).isEqualTo("personal-hebei-new");
              assertThat(terms.policy().undated()).isPresent();
            });
    Precheck under = RULES.check(Someone.person("2026-07-01"), Julu.terms("personal-hebei-new"));
    assertThat(under.verdict()).isEqualTo(Verdict.NEEDS_INFORMATION);
    assertThat(under.loan().cap().value()).isEmpty();
    assertThat(under.loan().cap().unset().orElseThrow()).containsKeys("zh-CN", "en");
    assertThat(under.questions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TAXI_DRIVER", "RIDE_HAILING_DRIVER", "CLOSED_SHOPKEEPER", "REPEAT_BORROWER"})
  void groupsOfTheEpidemicEndedWith2020(Group group) {
    Facts told = Someone.person("2020-12-31");
    Facts lastDay = told.applicant(Someone.VETERAN.groups(java.util.Set.of(group)));

    assertThat(Table.verdict(lastDay)).isEqualTo(Verdict.ELIGIBLE);
    assertThat(Table.verdict(lastDay.asOf(LocalDate.parse("2021-01-01"))))
        .isEqualTo(Verdict.NOT_ELIGIBLE);
  }

  @Test
  void whatNobodyFoundIsUnsetAndSaysSo() {
    Precheck precheck = Table.check(Someone.person("2020-07-01"));

    assertThat(precheck.verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(precheck.loan().interestSubsidy().value()).isEmpty();
    assertThat(precheck.loan().interestSubsidy().unset()).isPresent();
    assertThat(precheck.loan().term().value()).isEmpty();
    assertThat(precheck.unset()).extracting(Cited::parameter).contains("leastBusinessMonths");
    assertThat(Table.verdict(Someone.person("2020-07-01").termMonths(24)))
        .as("a term that nobody could judge")
        .isEqualTo(Verdict.NEEDS_INFORMATION);
  }

  @Test
  void theAnswerSaysWhichDocumentGivesWhat() {
    assertThat(Table.check(Someone.person("2020-07-01")).loan().cap().documentId())
        .isEqualTo(Optional.of("mof-2020-21"));
    assertThat(Table.check(Someone.person("2020-07-01")).criteria())
        .allSatisfy(criterion -> assertThat(criterion.terms()).isNotEmpty());
  }
}
