package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiuye.emulators.gateway.Faults;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.problem.FieldError;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.support.LosingConnection;
import org.jiuye.shared.support.SentRequests;
import org.jiuye.shared.support.TestCloud;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Outcome;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** With an effect that, as a booking does, can happen once: it takes a stall. */
class IdempotencyTest {
  private static final String BODY = "{\"stallNo\":\"A001\"}";
  private static final RequestHash HASH = hash("0123456789abcdef0123456789abcdef");

  private final SentRequests sent = new SentRequests();
  private final Table table = TestCloud.table(sent);
  private final String partition = TestCloud.partition();
  private final String account = UUID.randomUUID().toString();
  private final Idempotency idempotency = idempotency(table, InstantSource.system());

  @AfterEach
  void endTroubles() {
    TestCloud.cloud().faults().clear();
  }

  @Test
  void theSameRequestAgainHasTheSameAnswerAndNoSecondEffect() {
    HttpResponse first = book("key-1", BODY);
    HttpResponse again = book("key-1", BODY);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again).isEqualTo(first);
    assertThat(bookings()).hasSize(1);
  }

  @Test
  void theUsualCaseCostsOneTransactionAndNoRead() {
    book("key-1", BODY);

    assertThat(sent.count()).isEqualTo(1);
  }

  @Test
  void theRecordIsWrittenInTheEffectsOwnTransactionWhereNoneIsAlive() {
    book("key-1", BODY);

    Put record =
        sent.of(TransactWriteItemsRequest.class).getFirst().transactItems().getLast().put();
    assertThat(record.conditionExpression())
        .isEqualTo("attribute_not_exists(pk) OR expiresAt <= :now");
    assertThat(record.expressionAttributeValues()).containsOnlyKeys(":now");
    assertThat(record.item())
        .containsEntry("pk", AttributeValue.fromS("IDEMPOTENCY#test#" + account))
        .containsEntry("sk", AttributeValue.fromS("POST /things#" + HASH.of("key-1")))
        .containsEntry("status", AttributeValue.fromN("201"))
        .containsOnlyKeys("pk", "sk", "bodyHash", "status", "made", "expiresAt");
    assertThat(Items.number(record.item(), "expiresAt"))
        .isBetween(
            Instant.now().plus(Duration.ofHours(47)).getEpochSecond(),
            Instant.now().plus(Duration.ofHours(49)).getEpochSecond());
  }

  @Test
  void theBodysHashIsKeyed() throws Exception {
    book("key-1", BODY);

    String stored = Items.text(table.getConsistent(recordKey("key-1")).orElseThrow(), "bodyHash");
    String plain =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.UTF_8)));
    assertThat(stored).matches("[0-9a-f]{64}").isNotEqualTo(plain);
    assertThat(stored).isEqualTo(HASH.of(request("key-1", BODY)));
    assertThat(stored)
        .isNotEqualTo(hash("another-key-another-key-another-").of(request("key-1", BODY)));
  }

  @Test
  void theKeyIsKeptAsAKeyedHashAlone() {
    book("13052919900101123X", BODY);

    assertThat(sent.of(TransactWriteItemsRequest.class).toString()).doesNotContain("13052919900");
    assertThat(HASH.of("key-1"))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(hash("another-key-another-key-another-").of("key-1"));
  }

  @Test
  void fiftyAtOnceAreOneEffectAndOneAnswer() throws Exception {
    List<HttpResponse> answers = atOnce();

    assertThat(answers).hasSize(50);
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(answers.getFirst().status()).isEqualTo(201);
    assertThat(bookings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSACTION_CONFLICT", "LOST_REPLY", "THROTTLING"})
  void fiftyAtOnceAreOneEffectAndOneAnswerThroughTrouble(String fault) throws Exception {
    TestCloud.cloud().faults().inject(Faults.Fault.valueOf(fault), 0.5, 9);

    List<HttpResponse> answers = atOnce();

    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(answers.getFirst().status()).isEqualTo(201);
    assertThat(bookings()).hasSize(1);
  }

  @Test
  void aLostAnswerIsFoundAgain() {
    Table losing =
        new Table(
            TestCloud.client(connection -> new LosingConnection(connection, true, 1)),
            TestCloud.tableName());

    HttpResponse first = book(idempotency(losing, InstantSource.system()), losing, "key-1", BODY);

    assertThat(first.status()).isEqualTo(201);
    assertThat(bookings()).hasSize(1);
    assertThat(book("key-1", BODY)).isEqualTo(first);
  }

  @Test
  void anAnswerLostAtTheVeryEndIsFoundAgain() {
    Table losing =
        new Table(
            TestCloud.client(connection -> new LosingConnection(connection, true, 1)),
            TestCloud.tableName());

    HttpResponse answer =
        Deadline.within(
            Duration.ZERO,
            () -> book(idempotency(losing, InstantSource.system()), losing, "key-1", BODY));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(bookings()).hasSize(1);
  }

  @Test
  void contentionWithoutARecordStaysContention() {
    TestCloud.cloud().faults().inject(Faults.Fault.TRANSACTION_CONFLICT, 1, 1);

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(
            () -> Deadline.<HttpResponse>within(Duration.ofMillis(100), () -> book("key-1", BODY)));
    assertThat(bookings()).isEmpty();
  }

  @Test
  void anotherBodyUnderTheKeyIsRefused() {
    book("key-1", BODY);

    for (String body : List.of("{\"stallNo\":\"A002\"}", BODY + " ", "", "{}")) {
      assertProblem(() -> book("key-1", body), 422, "idempotency-key-reused");
    }
    assertThat(bookings()).hasSize(1);
  }

  @Test
  void anotherPathOfTheSameRouteIsAnotherRequest() {
    HttpRequest first =
        event("POST /things/{thingId}/cancellation", "key-1")
            .path("/things/1/cancellation")
            .request();
    HttpRequest second =
        event("POST /things/{thingId}/cancellation", "key-1")
            .path("/things/2/cancellation")
            .request();
    book(idempotency, table, first);

    assertProblem(() -> book(idempotency, table, second), 422, "idempotency-key-reused");
  }

  @Test
  void keysOfOtherCallersRoutesAndKeysAreOthers() {
    book("key-1", BODY);

    assertProblem(() -> book("key-2", BODY), 409, "taken");
    assertProblem(() -> book("KEY-1", BODY), 409, "taken");
    assertProblem(
        () -> book(idempotency, table, event("POST /others", "key-1").body(BODY).request()),
        409,
        "taken");
    assertProblem(
        () ->
            idempotency.once(
                request("key-1", BODY),
                caller(account + "2"),
                201,
                attempt -> take(table, attempt),
                IdempotencyTest::replay),
        409,
        "taken");
  }

  @Test
  void aRefusalIsNotRemembered() {
    TestCloud.store(new Key(partition, "STALL").attributes());
    assertProblem(() -> book("key-1", BODY), 409, "taken");
    assertThat(table.getConsistent(recordKey("key-1"))).isEmpty();
    table.write(new Write.Delete(new Key(partition, "STALL"), Optional.empty()));

    assertThat(book("key-1", BODY).status()).isEqualTo(201);
  }

  @Test
  void theAnswerIsTheSameWhenARuleWouldRefuseBeforeTheTableIsAsked() {
    HttpResponse first = book("key-1", BODY);

    HttpResponse again =
        idempotency.once(
            request("key-1", BODY),
            caller(account),
            201,
            _ -> {
              throw ProblemException.of(409, "season-over");
            },
            IdempotencyTest::replay);

    assertThat(again).isEqualTo(first);
  }

  @Test
  void anExpiredRecordIsAsGoodAsNone() {
    Instant longAgo = Instant.now().minus(Idempotency.KEPT).minusSeconds(1);
    Idempotency then = idempotency(table, InstantSource.fixed(longAgo));
    book(then, table, "key-1", BODY);
    assertProblem(() -> book("key-1", BODY), 409, "taken");
    table.write(new Write.Delete(new Key(partition, "STALL"), Optional.empty()));

    assertThat(book("key-1", "{\"stallNo\":\"A002\"}").status()).isEqualTo(201);
    assertThat(bookings()).hasSize(2);
  }

  @Test
  void withoutAKeyNothingIsRecordedAndNothingRepeated() {
    HttpRequest request = HttpApiEvent.of("POST /things").body(BODY).request();

    assertThat(book(idempotency, table, request).status()).isEqualTo(201);
    assertProblem(() -> book(idempotency, table, request), 409, "taken");
    assertThat(table.queryAll(Query.of("IDEMPOTENCY#test#" + account))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "键", "a\tb", "a\u007f"})
  void aMalformedKeyIsRefused(String key) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> book(key, BODY))
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.errors())
                  .containsExactly(
                      new FieldError(FieldError.Place.HEADER, "Idempotency-Key", "wrong-format"));
            });
    assertProblem(() -> book("k".repeat(129), BODY), 400, "invalid-request");
    assertThat(book("k".repeat(128), BODY).status()).isEqualTo(201);
  }

  @Test
  void aShortHashKeyIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> hash("k".repeat(31)))
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("kk"));
  }

  private List<HttpResponse> atOnce() throws Exception {
    List<Callable<HttpResponse>> calls =
        Collections.nCopies(
            50, () -> Deadline.within(Duration.ofSeconds(30), () -> book("key-1", BODY)));
    List<HttpResponse> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(50)) {
      for (Future<HttpResponse> answer : callers.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private HttpResponse book(String key, String body) {
    return book(idempotency, table, key, body);
  }

  private HttpResponse book(Idempotency idempotency, Table table, String key, String body) {
    return book(idempotency, table, request(key, body));
  }

  private HttpResponse book(Idempotency idempotency, Table table, HttpRequest request) {
    return idempotency.once(
        request, caller(account), 201, attempt -> take(table, attempt), IdempotencyTest::replay);
  }

  private HttpResponse take(Table table, Attempt attempt) {
    String bookingId = UUID.randomUUID().toString();
    Key booking = new Key(partition, "BOOKING#" + bookingId);
    Outcome outcome =
        new Transaction()
            .and(Write.create(new Key(partition, "STALL"), Map.of()))
            .and(Write.replace(booking, Map.of(), Expression.absent()))
            .require(attempt.record(bookingId))
            .write(table);
    if (!outcome.isWritten()) {
      throw ProblemException.of(409, "taken");
    }
    return replay(bookingId);
  }

  private static HttpResponse replay(String bookingId) {
    return HttpResponse.created("/things/" + bookingId, Map.of("bookingId", bookingId));
  }

  private List<Map<String, AttributeValue>> bookings() {
    return table.queryAll(Query.of(partition, "BOOKING#").asConsistent());
  }

  private Key recordKey(String key) {
    return new Key("IDEMPOTENCY#test#" + account, "POST /things#" + HASH.of(key));
  }

  private static Caller caller(String account) {
    return new Caller(account, Role.CITIZEN, List.of(), Optional::empty);
  }

  private static HttpApiEvent event(String routeKey, String key) {
    return HttpApiEvent.of(routeKey).header("idempotency-key", key);
  }

  private static HttpRequest request(String key, String body) {
    return event("POST /things", key).body(body).request();
  }

  private static void assertProblem(Callable<?> call, int status, String code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call::call)
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(status);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  private static Idempotency idempotency(Table table, InstantSource realTime) {
    return new Idempotency(table, "test", () -> HASH, realTime);
  }

  private static RequestHash hash(String key) {
    return new RequestHash(key.getBytes(StandardCharsets.UTF_8));
  }
}
