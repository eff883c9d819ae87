package org.jiuye.stall.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.market.MarketTestBed.creditCode;
import static org.jiuye.stall.market.MarketTestBed.employer;
import static org.jiuye.stall.market.MarketTestBed.register;
import static org.jiuye.stall.market.MarketTestBed.reject;
import static org.jiuye.stall.market.MarketTestBed.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.market.MarketTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Employers: registered, looked at, verified or rejected. */
@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class EmployerTest {
  private static final String PENDING = "STALL#EMPLOYERS#PENDING";

  private final MarketTestBed market = new MarketTestBed();

  @AfterAll
  void close() {
    market.close();
  }

  @Test
  void anEmployerIsRegisteredAndWaitsForACaseworker() {
    String code = creditCode(1);
    TestCaller owner = market.employer("owner");

    HttpAnswer registered = market.call(register(owner, code));

    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.headers()).containsEntry("location", "/employers/" + code);
    assertThat(registered.text("state")).isEqualTo("PENDING");
    assertThat(registered.text("personId")).isEqualTo("person-owner");
    assertThat(market.call(employer(owner, code)).body()).isEqualTo(registered.body());
    assertThat(market.call(employer(market.desk, code)).body()).isEqualTo(registered.body());
    assertThat(market.call(employer(market.employer("stranger"), code)).status()).isEqualTo(404);
    assertThat(pendingCodes()).contains(code);
    HttpAnswer again = market.call(register(owner, code));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(registered.body());
    assertThat(market.call(register(market.employer("stranger"), code)).code())
        .isEqualTo("employer-registered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y42", "91350100M000100I43", "x", "13052919900101123X"})
  void aWrongCreditCodeIsNamed(String code) {
    HttpAnswer answer = market.call(register(market.employer("wrong"), code));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("credit-code-invalid");
    assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/creditCode");
  }

  @Test
  void aCaseworkerOfTheCountyDecidesAndItIsKeptWhoAndWhen() {
    String code = creditCode(2);
    TestCaller owner = market.employer("decided");
    market.call(register(owner, code));
    TestCaller elsewhere = TestCaller.of("elsewhere", "caseworker", "130528");

    assertThat(market.call(verify(elsewhere, code)).code()).isEqualTo("wrong-division");
    assertThat(market.call(verify(owner, code)).code()).isEqualTo("wrong-role");
    HttpAnswer verified = market.call(verify(market.desk, code));

    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.text("state")).isEqualTo("VERIFIED");
    assertThat(verified.text("decidedAt")).isEqualTo(StallTestBed.NOON);
    assertThat(pendingCodes()).doesNotContain(code);
    assertThat(market.bed.partition("STALL#EMPLOYER#" + code).getFirst().toString())
        .contains("market-desk");
    assertThat(market.call(verify(market.desk, code)).code()).isEqualTo("verification-settled");
    HttpAnswer rejected = market.call(reject(market.desk, code, "UNLAWFUL_VACANCIES"));
    assertThat(rejected.text("state")).isEqualTo("REJECTED");
    assertThat(rejected.text("reason")).isEqualTo("UNLAWFUL_VACANCIES");
  }

  @Test
  void whoRejectsSaysWhyAndWhoVerifiesDoesNot() {
    String code = creditCode(3);
    market.call(register(market.employer("reasons"), code));
    HttpCall call = HttpCall.of("POST /employers/{creditCode}/verification", code).by(market.desk);

    assertThat(errors(market.call(call.json(Map.of("outcome", "REJECTED")))))
        .containsExactly("/reason required");
    assertThat(errors(market.call(call.json(Map.of("outcome", "VERIFIED", "reason", "OTHER")))))
        .containsExactly("/reason unknown-field");
    assertThat(errors(market.call(call.json(Map.of("outcome", "MAYBE")))))
        .containsExactly("/outcome not-a-choice");
  }

  @Test
  void aChangedNameIsVerifiedAnewAndARejectedEmployerMayBeRegisteredByWhoActsForIt() {
    String code = creditCode(4);
    TestCaller first = market.verified("first", code);
    HttpAnswer renamed = market.call(register(first, code, "巨鹿县改名有限公司"));
    assertThat(renamed.status()).isEqualTo(201);
    assertThat(renamed.text("state")).isEqualTo("PENDING");
    assertThat(pendingCodes()).contains(code);

    market.call(reject(market.desk, code, "NOT_AUTHORISED"));
    TestCaller second = market.employer("second");
    HttpAnswer taken = market.call(register(second, code));
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.text("personId")).isEqualTo("person-second");
    assertThat(market.call(employer(first, code)).status()).isEqualTo(404);
    assertThat(pendingCodes()).containsOnlyOnce(code);
  }

  @Test
  void staffRegisterForSomebodyAndOnlyTheyListWhatWaits() {
    String code = creditCode(5);
    HttpCall call =
        HttpCall.of("POST /employers")
            .json(Map.of("creditCode", code, "name", "样例", "onBehalfOf", "person-farmer"));
    TestCaller elsewhere = TestCaller.of("elsewhere", "caseworker", "130528");
    assertThat(market.call(call.by(elsewhere)).code()).isEqualTo("wrong-division");
    HttpAnswer registered = market.call(call.by(market.desk));
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.text("personId")).isEqualTo("person-farmer");
    assertThat(market.call(register(market.desk, code)).code()).isEqualTo("on-behalf-of-required");
    HttpCall list = HttpCall.of("GET /employers");
    assertThat(market.call(list.by(elsewhere)).code()).isEqualTo("wrong-division");
    assertThat(market.call(list.by(market.employer("curious"))).code()).isEqualTo("wrong-role");
    assertThat(market.call(list.by(market.desk).query("state", "VERIFIED")).status())
        .isEqualTo(400);
  }

  @Test
  void whatWaitsIsListedInPages() {
    for (int number = 10; number < 15; number++) {
      market.call(register(market.employer("lister"), creditCode(number)));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      HttpCall call = HttpCall.of("GET /employers").by(market.desk).query("limit", "2");
      HttpAnswer page = market.call(cursor.isEmpty() ? call : call.query("cursor", cursor));
      page.body().path("items").forEach(item -> seen.add(item.path("creditCode").asString("")));
      cursor = page.text("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().isEqualTo(pendingCodes());
  }

  @Test
  void ofManyWhoRegisterOneCodeAtOnceOneGetsIt() throws Exception {
    String code = creditCode(20);
    List<HttpCall> calls = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      calls.add(register(market.employer("racer-" + number), code));
    }
    try (var _ = market.bed.cloud.faults().inject(Fault.TRANSACTION_CONFLICT, 0.5, 7)) {
      List<HttpAnswer> answers = market.bed.together(calls);
      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.code().equals("employer-registered")))
          .hasSize(39);
    }
    assertThat(pendingCodes()).containsOnlyOnce(code);
  }

  @Test
  void ofManyWhoDecideAtOnceOneDoes() throws Exception {
    String code = creditCode(21);
    market.call(register(market.employer("judged"), code));
    List<HttpCall> calls = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      calls.add(verify(market.desk, code));
    }
    List<HttpAnswer> answers = market.bed.together(calls);
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allMatch(
            answer -> List.of("verification-settled", "employer-changed").contains(answer.code()));
  }

  @Test
  void aKeyMakesItSafeToRepeat() {
    String code = creditCode(22);
    TestCaller owner = market.employer("keyed");
    HttpCall call = register(owner, code).header("idempotency-key", "one");
    HttpAnswer first = market.call(call);
    assertThat(first.status()).isEqualTo(201);
    assertThat(market.call(register(owner, creditCode(23)).header("idempotency-key", "one")).code())
        .isEqualTo("idempotency-key-reused");
    HttpCall decision = verify(market.desk, code).header("idempotency-key", "two");
    HttpAnswer decided = market.call(decision);
    HttpAnswer again = market.call(decision);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(decided.body());
  }

  private List<String> pendingCodes() {
    return market.bed.partition(PENDING).stream()
        .map(item -> Items.text(item, "creditCode"))
        .toList();
  }

  private static List<String> errors(HttpAnswer answer) {
    assertThat(answer.code()).isEqualTo("invalid-request");
    List<String> errors = new ArrayList<>();
    answer
        .body()
        .path("errors")
        .forEach(
            error ->
                errors.add(
                    error.path("pointer").asString("") + " " + error.path("code").asString("")));
    return errors;
  }
}
