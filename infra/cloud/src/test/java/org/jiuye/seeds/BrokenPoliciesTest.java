package org.jiuye.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A policy that leaves a day without a rule, or with two, is told by file and place and refused.
 */
class BrokenPoliciesTest {
  static Stream<Arguments> breaks() {
    return Stream.of(
        Arguments.of(
            "loan-policies/small-enterprise.yaml",
            "hireRatio: {value: 0.15",
            "hireRatio: {value: 15",
            "/policies/1/parameters/hireRatio/value: is a ratio and must not be above 1"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "mostLoans: {value: 3",
            "mostLoan: {value: 3",
            "/policies/0/parameters"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "mostLoans: {value: 3, document: hebei-2019}",
            "mostLoans: {value: 3}",
            "/policies/0/parameters/mostLoans: needs a value with its document, or unset"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "mostLoans: {value: 3, document: hebei-2019}",
            "mostLoans: {value: 3, document: nobody-s}",
            "/policies/0/parameters/mostLoans/document: \"nobody-s\" is not among the"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "effectiveTo: 2020-04-14",
            "effectiveTo: 2020-04-13",
            "/policies/1: leaves a gap: nothing holds from 2020-04-14, when personal-2019 has"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "effectiveTo: 2020-04-14",
            "effectiveTo: 2020-04-15",
            "/policies/1: overlaps personal-2019, which holds on 2020-04-15 too"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "    effectiveTo: 2020-04-14\n",
            "",
            "/policies/1: overlaps personal-2019"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "effectiveTo: 2020-04-14",
            "effectiveTo: 2018-04-14",
            "/policies/0: ends before it begins"),
        Arguments.of(
            "loan-policies/personal.yaml",
            "    effectiveFrom: 2023-10-01\n",
            "",
            "/policies/3: needs effectiveFrom, or undated with the reason"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("breaks")
  void isToldAndRefused(
      String file, String text, String replacement, String message, @TempDir Path directory)
      throws IOException {
    CountyCopy county = CountyCopy.in(directory).replace(file, text, replacement);

    SeedException refusal =
        catchThrowableOfType(SeedException.class, () -> Seeds.read(county.folder()));

    assertThat(refusal).isNotNull();
    assertThat(refusal.errors())
        .extracting(SeedError::toString)
        .anySatisfy(
            error ->
                assertThat(error)
                    .matches("\\Q" + directory + "/seeds/julu/" + file + "\\E:\\d+:\\d+: .*")
                    .contains(message));
  }
}
