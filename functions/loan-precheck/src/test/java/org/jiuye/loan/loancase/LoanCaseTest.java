package org.jiuye.loan.loancase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiuye.loan.LoanTestBed;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Cases: kept with all they stand on, sealed, shown to whom they belong, referred to a bank. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoanCaseTest {
  private final LoanTestBed bed = new LoanTestBed();

  @AfterAll
  void close() {
    bed.close();
  }

  @Test
  void aCaseIsShownAsItWasAnswered() {
    TestCaller zhang = bed.citizen("zhang");

    HttpAnswer made = bed.open(zhang, LoanTestBed.person());

    assertThat(made.status()).isEqualTo(201);
    String loanCaseId = made.text("loanCaseId");
    assertThat(made.headers()).containsEntry("location", "/loan-cases/" + loanCaseId);
    assertThat(bed.get(zhang, loanCaseId).body()).isEqualTo(made.body());
    bed.clock.moveTo("2031-07-01T12:00:00+08:00");
    Map<String, AttributeValue> bank = bed.partition("LOAN#BANKS").getFirst();
    bed.remove(bank);
    try (FunctionHarness later = bed.start()) {
      HttpCall call = HttpCall.of("GET /loan-cases/{loanCaseId}", loanCaseId).by(zhang);
      assertThat(later.call(call.header("accept-language", "en")).body())
          .as("years later, when a bank has closed")
          .isEqualTo(made.body());
      assertThat(later.call(call).body().path("precheck").path("notice").asString())
          .as("in the other language")
          .contains("预审");
    }
    bed.put(bank);
    bed.clock.moveTo(LoanTestBed.NOON);
    assertThat(made.body().path("facts").path("applicant").path("groups").path(0).asString())
        .isEqualTo("RELEASED_PRISONER");
    assertThat(made.text("policyId")).isEqualTo("personal-2023");
  }

  @Test
  void nothingThatWasToldStandsInTheTableReadably() {
    String loanCaseId = bed.open(bed.citizen("secret"), LoanTestBed.person()).text("loanCaseId");

    String stored =
        bed.partition("LOAN#CASE#" + loanCaseId)
            + bed.partition("LOAN#PERSON#person-secret").toString()
            + bed.partition("KEY#person-secret");
    assertThat(stored)
        .contains(loanCaseId)
        .doesNotContain("RELEASED_PRISONER", "CONSUMER", "spouse", "groups", "facts");
    assertThat(bed.partition("KEY#person-secret")).hasSize(1);
  }

  @Test
  void aTraceThatWasMovedElsewhereDoesNotOpen() {
    TestCaller one = bed.citizen("one");
    String first = bed.open(one, LoanTestBed.person()).text("loanCaseId");
    String second = bed.open(one, LoanTestBed.enterprise(10, 2)).text("loanCaseId");
    Map<String, AttributeValue> item =
        new HashMap<>(bed.partition("LOAN#CASE#" + second).getFirst());
    item.put("trace", bed.partition("LOAN#CASE#" + first).getFirst().get("trace"));
    bed.put(item);

    assertThat(bed.get(one, second).status()).isEqualTo(500);
    assertThat(bed.get(one, first).status()).isEqualTo(200);
  }

  @Test
  void whoIsErasedLeavesNothingToRead() {
    TestCaller gone = bed.citizen("gone");
    String loanCaseId = bed.open(gone, LoanTestBed.person()).text("loanCaseId");
    Map<String, AttributeValue> key = new HashMap<>(bed.partition("KEY#person-gone").getFirst());
    key.remove("wrapped");
    bed.put(key);

    // Another instance of the function, which has not unwrapped the key yet.
    try (FunctionHarness other = bed.start()) {
      HttpAnswer answer =
          other.call(HttpCall.of("GET /loan-cases/{loanCaseId}", loanCaseId).by(gone));
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.code()).isEqualTo("person-erased");
      assertThat(other.call(HttpCall.of("GET /loan-cases").by(gone)).status()).isEqualTo(200);
      assertThat(
              other
                  .call(HttpCall.of("POST /loan-cases").by(gone).json(LoanTestBed.person()))
                  .status())
          .as("no new key is made for who was erased")
          .isEqualTo(410);
    }
  }

  @Test
  void theKeyAboveAllLiesInAPrivateFileThatOnlyWhoOpensDataKeysIsTold() throws Exception {
    // The stack's name, which the key's begins with, is another on LocalStack.
    Map<String, String> told = bed.cloud.connectionOf("LoanPrecheckHttpFunction");
    String property =
        told.keySet().stream()
            .filter(name -> name.startsWith("jiuye.key-file.") && name.endsWith("-personkey"))
            .findFirst()
            .orElseThrow();
    Path file = Path.of(told.getOrDefault(property, ""));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(bed.cloud.connectionOf("StallBookingHttpFunction")).doesNotContainKey(property);
  }

  @Test
  void onePersonHasOneKeyHoweverManyCallAtOnce() throws Exception {
    TestCaller many = bed.citizen("many");
    CountDownLatch ready = new CountDownLatch(8);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<HttpAnswer> task =
          () -> {
            ready.countDown();
            ready.await();
            return bed.open(many, LoanTestBed.person());
          };
      List<Future<HttpAnswer>> answers =
          java.util.stream.Stream.generate(() -> threads.submit(task)).limit(8).toList();
      for (Future<HttpAnswer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(201);
        assertThat(bed.get(many, answer.get().text("loanCaseId")).status()).isEqualTo(200);
      }
    }
    assertThat(bed.partition("KEY#person-many")).hasSize(1);
  }

  @Test
  void aRepeatedRequestMakesOneCase() {
    TestCaller wang = bed.citizen("wang");
    HttpCall call =
        HttpCall.of("POST /loan-cases")
            .by(wang)
            .json(LoanTestBed.person())
            .header("idempotency-key", "once");

    HttpAnswer first = bed.call(call);
    HttpAnswer again = bed.call(call);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(bed.partition("LOAN#PERSON#person-wang")).hasSize(1);
  }

  @Test
  void casesAreListedNewestFirstWithoutWhatWasTold() {
    TestCaller li = bed.citizen("li");
    String first = bed.open(li, LoanTestBed.person()).text("loanCaseId");
    bed.clock.moveTo("2026-07-01T12:00:01+08:00");
    String second = bed.open(li, LoanTestBed.enterprise(10, 2)).text("loanCaseId");
    bed.clock.moveTo(LoanTestBed.NOON);

    HttpAnswer list = bed.call(HttpCall.of("GET /loan-cases").by(li));

    assertThat(list.body().path("items").path(0).path("loanCaseId").asString()).isEqualTo(second);
    assertThat(list.body().path("items").path(1).path("loanCaseId").asString()).isEqualTo(first);
    assertThat(list.body().toString()).doesNotContain("facts", "criteria");
  }

  @Test
  void staffActForACitizenInTheirCounty() {
    TestCaller desk = bed.caseworker();
    Map<String, Object> body = LoanTestBed.person();

    assertThat(bed.open(desk, body).code()).isEqualTo("on-behalf-of-required");
    body.put("onBehalfOf", "person-granny");
    HttpAnswer made = bed.open(desk, body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("personId")).isEqualTo("person-granny");
    assertThat(bed.get(bed.citizen("granny"), made.text("loanCaseId")).status()).isEqualTo(200);
    assertThat(
            bed.call(HttpCall.of("GET /loan-cases").by(desk).query("onBehalfOf", "person-granny"))
                .body()
                .path("items"))
        .hasSize(1);
    TestCaller elsewhere = TestCaller.of("far", "caseworker", "130530");
    assertThat(bed.open(elsewhere, body).code()).isEqualTo("wrong-division");
    assertThat(bed.get(elsewhere, made.text("loanCaseId")).status()).isEqualTo(404);
    assertThat(bed.open(bed.citizen("liar"), body).status()).isEqualTo(403);
  }

  @Test
  void anotherPersonsCaseIsNotThere() {
    String loanCaseId = bed.open(bed.citizen("owner"), LoanTestBed.person()).text("loanCaseId");

    assertThat(bed.get(bed.citizen("other"), loanCaseId).status()).isEqualTo(404);
    assertThat(
            bed.refer(bed.citizen("other"), loanCaseId, Map.of("bankId", "rural-commercial"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aReferralTellsBankAndDeskThatThereIsACaseAndNothingElse() {
    TestCaller zhao = bed.citizen("zhao");
    String loanCaseId = bed.open(zhao, LoanTestBed.person()).text("loanCaseId");

    HttpAnswer referred = bed.refer(zhao, loanCaseId, Map.of("bankId", "rural-commercial"));

    assertThat(referred.status()).isEqualTo(200);
    assertThat(referred.body().path("referral").path("bankId").asString())
        .isEqualTo("rural-commercial");
    String outbox =
        String.valueOf(bed.partition("LOAN#CASE#" + loanCaseId).getFirst().get("outbox"));
    assertThat(outbox)
        .contains("org.jiuye.loan.case-referred.v1", loanCaseId, "person-bank-rural-commercial")
        .contains("\"personId\":\"person-zhao\"")
        .doesNotContain("PERSONAL", "ELIGIBLE", "PRISONER");
    assertThat(bed.refer(zhao, loanCaseId, Map.of("bankId", "rural-commercial")).code())
        .isEqualTo("referred-already");
  }

  @Test
  void aBankSeesTheOutlineOfWhatWasReferredToIt() {
    TestCaller sun = bed.citizen("sun");
    String loanCaseId = bed.open(sun, LoanTestBed.person()).text("loanCaseId");
    TestCaller bank =
        TestCaller.of("clerk", "bank", "").linkedTo(bed.cloud, "person-bank-rongxin-village");

    assertThat(bed.get(bank, loanCaseId).status()).isEqualTo(404);
    bed.refer(sun, loanCaseId, Map.of("bankId", "rongxin-village"));
    HttpAnswer seen = bed.get(bank, loanCaseId);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text("verdict")).isEqualTo("ELIGIBLE");
    assertThat(seen.body().toString()).doesNotContain("facts", "PRISONER", "person-sun");
    TestCaller other =
        TestCaller.of("clerk2", "bank", "").linkedTo(bed.cloud, "person-bank-rural-commercial");
    assertThat(bed.get(other, loanCaseId).status()).isEqualTo(404);
  }

  @Test
  void aBankThatDoesNotOfferTheLoanIsRefused() {
    TestCaller firm = bed.citizen("firm");
    String loanCaseId = bed.open(firm, LoanTestBed.enterprise(10, 2)).text("loanCaseId");

    assertThat(bed.refer(firm, loanCaseId, Map.of("bankId", "rongxin-village")).code())
        .isEqualTo("bank-does-not-offer");
    assertThat(bed.refer(firm, loanCaseId, Map.of("bankId", "no-such-bank")).code())
        .isEqualTo("bank-does-not-offer");
    assertThat(bed.refer(bed.caseworker(), loanCaseId, Map.of("bankId", "rural-commercial")).code())
        .isEqualTo("on-behalf-of-required");
    assertThat(
            bed.refer(
                    bed.caseworker(),
                    loanCaseId,
                    Map.of("bankId", "rural-commercial", "onBehalfOf", "person-firm"))
                .status())
        .isEqualTo(200);
  }
}
