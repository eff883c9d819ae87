package org.jiuye.local.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenDeskTest {

  private ControlledCloud cloud;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    cloud = ControlledCloud.start(folder);
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  private HttpResponse<String> ask(String body) {
    return cloud.post("/_local/tokens", body);
  }

  private HttpResponse<String> callWith(JsonNode answer) {
    return cloud.send(
        cloud
            .request("/who")
            .header("authorization", "Bearer " + answer.get("token").stringValue()));
  }

  private Map<String, AttributeValue> link(String sub) {
    return cloud
        .emulated
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(cloud.emulated.template().tables().getFirst().name())
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("ACCOUNT#" + sub),
                            "sk", AttributeValue.fromS("ACCOUNT"))))
        .item();
  }

  @Test
  void aTokenOpensGuardedRoutesWithItsClaims() {
    JsonNode answer =
        cloud.json(
            ask(
                """
                {"sub": "li", "role": "warden", "divisions": "130529100  130529200"}
                """));

    var response = callWith(answer);

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode claims = cloud.json(response).at("/requestContext/authorizer/jwt/claims");
    assertThat(claims.get("sub").stringValue()).isEqualTo("li");
    assertThat(claims.get("role").stringValue()).isEqualTo("warden");
    assertThat(claims.get("divisions").stringValue()).isEqualTo("130529100 130529200");
    assertThat(claims.get("aud").stringValue()).isEqualTo("control-test");
    assertThat(claims.get("iss").stringValue()).isEqualTo(cloud.address() + "/_local/issuer");
  }

  @Test
  void theCountysClockDoesNotExpireTokens() {
    JsonNode answer = cloud.json(ask("{\"sub\": \"clock\", \"role\": \"citizen\"}"));
    cloud.clock.set(Instant.parse("2099-01-01T00:00:00Z"));

    assertThat(callWith(answer).statusCode()).isEqualTo(200);
    cloud.clock.reset();
  }

  @Test
  void aTokenLastsAsLongAsAsked() {
    JsonNode answer =
        cloud.json(ask("{\"sub\": \"short\", \"role\": \"citizen\", \"expiresIn\": 60}"));

    assertThat(Instant.parse(answer.get("expiresAt").stringValue()))
        .isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(61));
  }

  @Test
  void anExpiredTokenCanBeIssuedAndIsRefused() {
    JsonNode answer =
        cloud.json(ask("{\"sub\": \"late\", \"role\": \"citizen\", \"expiresIn\": -60}"));

    var response = callWith(answer);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate").orElse(""))
        .contains("the token has expired");
  }

  @Test
  void anAccountIsLinkedToAPersonDerivedFromItsSub() {
    JsonNode plain = cloud.json(ask("{\"sub\": \"wang-1\", \"role\": \"citizen\"}"));
    JsonNode strange = cloud.json(ask("{\"sub\": \"oidc|王\", \"role\": \"citizen\"}"));

    assertThat(plain.get("personId").stringValue()).isEqualTo("person-wang-1");
    assertThat(strange.get("personId").stringValue()).matches("person-[a-z2-7]{26}");
    assertThat(link("wang-1")).containsEntry("personId", AttributeValue.fromS("person-wang-1"));
    assertThat(link("oidc|王"))
        .containsEntry("personId", AttributeValue.fromS(strange.get("personId").stringValue()));
  }

  @Test
  void twoAccountsMayBelongToOnePerson() {
    var first = ask("{\"sub\": \"a1\", \"role\": \"citizen\", \"personId\": \"zhao\"}");
    var second = ask("{\"sub\": \"a2\", \"role\": \"citizen\", \"personId\": \"zhao\"}");

    assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(200, 200);
    assertThat(link("a1")).containsEntry("personId", AttributeValue.fromS("zhao"));
    assertThat(link("a2")).containsEntry("personId", AttributeValue.fromS("zhao"));
  }

  @Test
  void anAccountsPersonIsWrittenOnce() {
    ask("{\"sub\": \"once\", \"role\": \"citizen\", \"personId\": \"first\"}");

    var other = ask("{\"sub\": \"once\", \"role\": \"citizen\", \"personId\": \"second\"}");
    var same = ask("{\"sub\": \"once\", \"role\": \"citizen\", \"personId\": \"first\"}");
    var any = ask("{\"sub\": \"once\", \"role\": \"citizen\"}");

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(cloud.json(other).get("code").stringValue()).isEqualTo("account-linked");
    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(cloud.json(any).get("personId").stringValue()).isEqualTo("first");
    assertThat(link("once")).containsEntry("personId", AttributeValue.fromS("first"));
  }

  @Test
  void ofManyWhoLinkAnAccountAtOnceOneDecides() {
    int callers = 20;
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<CompletableFuture<Integer>> calls =
          IntStream.range(0, callers)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () ->
                              ask("{\"sub\":\"race\",\"role\":\"citizen\",\"personId\":\"p%d\"}"
                                      .formatted(i))
                                  .statusCode(),
                          threads))
              .toList();

      assertThat(calls.stream().map(CompletableFuture::join).filter(status -> status == 200))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense|not JSON",
        "[]|not a JSON object",
        "{\"role\": \"citizen\"}|\"sub\" is missing",
        "{\"sub\": \" \", \"role\": \"citizen\"}|\"sub\" is missing",
        "{\"sub\": 1, \"role\": \"citizen\"}|\"sub\" is not a string",
        "{\"sub\": \"a\"}|\"role\" is missing",
        "{\"sub\": \"a\", \"role\": \"king\"}|no role \"king\"",
        "{\"sub\": \"a\", \"role\": \"citizen\", \"divisions\": \"1305\"}|\"1305\" is none",
        "{\"sub\": \"a\", \"role\": \"citizen\", \"personId\": \"a b\"}|\"personId\" has",
        "{\"sub\": \"a\", \"role\": \"citizen\", \"expiresIn\": \"1\"}|not a whole number",
        "{\"sub\": \"a\", \"role\": \"citizen\", \"expiresIn\": 9999999}|at most 2592000",
        "{\"sub\": \"a\", \"role\": \"citizen\", \"name\": \"x\"}|Unknown: [name]",
        "{\"sub\": \"a\", \"sub\": \"b\", \"role\": \"citizen\"}|not JSON",
      })
  void aWrongQuestionIsToldWhatIsWrong(String body, String detail) {
    var response = ask(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(cloud.json(response).get("detail").stringValue()).contains(detail);
    assertThat(link("a")).isEmpty();
  }
}
