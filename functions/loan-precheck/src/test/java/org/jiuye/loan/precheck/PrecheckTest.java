package org.jiuye.loan.precheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiuye.loan.LoanTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import tools.jackson.databind.JsonNode;

/** The public door: answers everybody and keeps nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrecheckTest {
  private final LoanTestBed bed = new LoanTestBed();

  @BeforeAll
  void warm() {
    bed.call(HttpCall.of("GET /loan-policies"));
  }

  @AfterAll
  void close() {
    bed.close();
  }

  @Test
  void answersWithItsReasonsAndTheirDocuments() {
    HttpAnswer answer = bed.check(LoanTestBed.person());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("verdict")).isEqualTo("ELIGIBLE");
    assertThat(answer.text("notice")).contains("not an approval");
    assertThat(answer.body().path("policy").path("policyId").asString()).isEqualTo("personal-2023");
    assertThat(answer.body().path("criteria"))
        .allSatisfy(
            criterion -> {
              assertThat(criterion.path("state").asString()).isEqualTo("MET");
              assertThat(criterion.path("terms").path(0).path("citation").path("number").asString())
                  .isEqualTo("财金〔2023〕75号");
            });
    JsonNode loan = answer.body().path("loan");
    assertThat(loan.path("cap").path("value").asLong()).isEqualTo(30_000_000);
    assertThat(loan.path("cap").path("text").asString()).isEqualTo("300,000 yuan");
    assertThat(loan.path("interestSubsidy").has("value")).isFalse();
    assertThat(loan.path("interestSubsidy").path("unset").asString()).isNotEmpty();
    assertThat(answer.body().path("papers")).isNotEmpty();
    assertThat(answer.body().path("banks")).isNotEmpty();
  }

  @Test
  void saysWhatWouldChangeIt() {
    HttpAnswer answer = bed.check(LoanTestBed.enterprise(33, 2));

    assertThat(answer.text("verdict")).isEqualTo("NOT_ELIGIBLE");
    JsonNode change = answer.body().path("changes").path("smallest").path(0);
    assertThat(change.path("change").asString()).isEqualTo("HIRE_MORE");
    assertThat(change.path("details").path("count").asInt()).isEqualTo(2);
    assertThat(change.path("text").asString()).startsWith("Hire 2 more from an eligible group");
  }

  @Test
  void speaksChineseByDefault() {
    HttpAnswer answer =
        bed.http.call(HttpCall.of("POST /loan-prechecks").json(LoanTestBed.enterprise(33, 2)));

    assertThat(answer.headers()).containsEntry("content-language", "zh-CN");
    assertThat(answer.text("notice")).contains("预审");
    assertThat(answer.body().path("changes").path("smallest").path(0).path("text").asString())
        .startsWith("申请前再招用2名");
  }

  @Test
  void asksWhatIsWorthAsking() {
    HttpAnswer answer = bed.check(Map.of("product", "PERSONAL"));

    assertThat(answer.text("verdict")).isEqualTo("NEEDS_INFORMATION");
    assertThat(answer.body().path("questions").path(0).path("pointer").asString())
        .isEqualTo("/applicant/groups");
    assertThat(answer.body().path("questions").path(0).path("text").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-04-14, personal-2019, NOT_ELIGIBLE",
    "2020-04-15, personal-2020, ELIGIBLE",
    "2023-10-01, personal-2023, ELIGIBLE",
  })
  void theDayOfApplyingChoosesTheVersion(String asOf, String policyId, String verdict) {
    Map<String, Object> body = LoanTestBed.person();
    body.put("asOf", asOf);

    HttpAnswer answer = bed.check(body);

    assertThat(answer.body().path("policy").path("policyId").asString()).isEqualTo(policyId);
    assertThat(answer.text("verdict")).isEqualTo(verdict);
  }

  @Test
  void beforeTheFirstVersionThePolicyIsUnknown() {
    Map<String, Object> body = LoanTestBed.person();
    body.put("asOf", "2015-01-01");

    HttpAnswer answer = bed.check(body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("policy-unknown");
  }

  @Test
  void comparesTheSameFactsUnderEveryVersion() {
    HttpAnswer answer =
        bed.call(
            HttpCall.of("POST /loan-prechecks/comparison").json(LoanTestBed.enterprise(33, 4)));

    assertThat(answer.status()).isEqualTo(200);
    List<String> verdicts = new ArrayList<>();
    answer
        .body()
        .path("versions")
        .forEach(version -> verdicts.add(version.path("verdict").asString()));
    assertThat(verdicts)
        .containsExactly(
            "NOT_ELIGIBLE", "NOT_ELIGIBLE", "NOT_ELIGIBLE", "ELIGIBLE", "NEEDS_INFORMATION");
    assertThat(answer.body().path("versions").path(4).path("policy").path("undated").asString())
        .isNotEmpty();
  }

  @Test
  void printsTheRulesInForceWithTheirNumbers() {
    HttpAnswer now = bed.call(HttpCall.of("GET /loan-policies"));
    HttpAnswer then = bed.call(HttpCall.of("GET /loan-policies").query("asOf", "2020-07-01"));

    assertThat(now.body().path("items")).hasSize(4);
    assertThat(now.body().toString()).contains("at least 10% (with more than 100 staff: 5%)");
    assertThat(then.body().toString()).contains("at least 15% (with more than 100 staff: 8%)");
    String policyId = then.body().path("items").path(0).path("policyId").asString();
    HttpAnswer one = bed.call(HttpCall.of("GET /loan-policies/{policyId}", policyId));
    assertThat(one.body()).isEqualTo(then.body().path("items").path(0));
    assertThat(bed.call(HttpCall.of("GET /loan-policies/{policyId}", "none")).status())
        .isEqualTo(404);
  }

  @Test
  void namesEveryAbsurdField() {
    HttpAnswer answer =
        bed.check(
            Map.of(
                "product",
                "SMALL_ENTERPRISE",
                "amountFen",
                100_000_000_000_000_000L,
                "termMonths",
                -1,
                "foundedOn",
                "2027-01-01",
                "applicant",
                Map.of(
                    "loansBefore",
                    -2,
                    "married",
                    false,
                    "spouseLoans",
                    List.of(Map.of("kind", "CAR"))),
                "partners",
                Collections.nCopies(10_000, Map.of()),
                "enterprise",
                Map.of(
                    "staff",
                    5,
                    "wageArrears",
                    "no",
                    "hires",
                    List.of(Map.of("count", 6, "hiredOn", "2026-07-02")))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(pointers(answer))
        .containsExactlyInAnyOrder(
            "/amountFen",
            "/termMonths",
            "/foundedOn",
            "/applicant/loansBefore",
            "/applicant/spouseLoans",
            "/partners",
            "/enterprise/wageArrears",
            "/enterprise/hires",
            "/enterprise/hires/0/hiredOn");
    assertThat(
            pointers(bed.check(Map.of("product", "PERSONAL", "enterprise", Map.of("staff", -3)))))
        .containsExactly("/enterprise/staff");
    assertThat(pointers(bed.check(Map.of("product", "PERSONAL", "asOf", "2999-01-01", "owner", 1))))
        .containsExactlyInAnyOrder("/asOf", "/owner");
  }

  @Test
  void keepsNothing() {
    Set<String> before = keys();

    bed.check(LoanTestBed.person());
    bed.call(HttpCall.of("POST /loan-prechecks/comparison").json(LoanTestBed.person()));

    assertThat(keys()).isEqualTo(before);
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    bed.cloud
        .dynamoDb()
        .scanPaginator(ScanRequest.builder().tableName(bed.table()).build())
        .items()
        .forEach(item -> keys.add(item.get("pk") + " " + item.get("sk")));
    return keys;
  }

  private static List<String> pointers(HttpAnswer answer) {
    List<String> pointers = new ArrayList<>();
    answer.body().path("errors").forEach(error -> pointers.add(error.path("pointer").asString()));
    return pointers;
  }
}
