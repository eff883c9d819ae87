package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.checks.chain.Answers.json;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiuye.emulators.gateway.Faults;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * People who book and cancel at random, several requests of each at once, on a table in trouble:
 * whatever was answered, the copies of a booking in the table agree.
 */
@OnSuite
class BalanceTest {
  private static final long SEED = 42;
  private static final int ACTIONS = 6;
  private static final String SITE = "xiguocheng-park";
  private static final List<String> NIGHTS = List.of("2026-07-06", "2026-07-07", "2026-07-08");
  private static final String WEEK = "WEEK#NIGHT_MARKET#2026-W28";

  private final Suite suite;
  private final Faults faults;

  BalanceTest(Suite suite) {
    this.suite = suite;
    this.faults = suite.cloud().emulatedCloud().faults();
  }

  @AfterEach
  void calm() {
    faults.clear();
  }

  private record Hand(Account account, int seed) {}

  @Test
  void whateverIsBookedAndCancelledTheBooksBalance() {
    List<Account> citizens = Stream.generate(suite::citizen).limit(5).toList();
    List<Hand> hands =
        IntStream.range(0, 20).mapToObj(seed -> new Hand(citizens.get(seed % 5), seed)).toList();
    faults.inject(Fault.TRANSACTION_CONFLICT, 0.2, SEED);
    faults.inject(Fault.LOST_REPLY, 0.2, SEED + 1);

    Crowd.act(hands, this::bookAndCancel);

    faults.clear();
    suite.awaitQuiet();
    citizens.forEach(this::assertBalanced);
  }

  private boolean bookAndCancel(Hand hand) {
    Random random = new Random(hand.seed());
    for (int action = 0; action < ACTIONS; action++) {
      String night = NIGHTS.get(random.nextInt(NIGHTS.size()));
      HttpResponse<String> booked = suite.book(hand.account(), SITE, night, Map.of()).send();
      assertThat(Answers.outcome(booked)).isIn("201", "409 one-stall-a-night");
      if (random.nextInt(3) > 0) {
        cancelOne(hand.account(), night);
      }
    }
    return true;
  }

  /** Cancels the booking of a night, unless another request of the same person does so first. */
  private void cancelOne(Account account, String night) {
    json(suite.call("GET", "/stall-bookings?limit=100").by(account).send())
        .path("items")
        .valueStream()
        .filter(booking -> booking.path("date").asString("").equals(night))
        .filter(booking -> booking.path("state").asString("").equals("CONFIRMED"))
        .map(booking -> "/stall-bookings/" + booking.path("bookingId").asString(""))
        .map(path -> suite.call("POST", path + "/cancellation").by(account).send())
        .forEach(answer -> assertThat(Answers.outcome(answer)).isIn("200", "409 not-cancellable"));
  }

  private void assertBalanced(Account account) {
    List<Map<String, AttributeValue>> own =
        suite.stored().partition("STALL#PERSON#" + account.personId());
    Map<String, String> states = states(own.stream().filter(item -> isUnder("BOOKING#", item)));
    Map<String, AttributeValue> week =
        own.stream().filter(item -> isUnder(WEEK, item)).findAny().orElseThrow();
    Map<String, String> nights =
        week.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("night-"))
            .collect(Collectors.toMap(entry -> entry.getValue().s(), Map.Entry::getKey));
    List<String> held =
        states.keySet().stream().filter(id -> "CONFIRMED".equals(states.get(id))).toList();

    assertThat(states).as("booked and cancelled often").hasSizeGreaterThan(3);
    assertThat(nights.keySet()).containsExactlyInAnyOrderElementsOf(held);
    assertThat(week.get("count")).isEqualTo(AttributeValue.fromN(Integer.toString(held.size())));
    assertThat(sessionStates(account)).isEqualTo(states);
    states.forEach(
        (id, state) ->
            assertThat(suite.stored().notificationsAbout(id))
                .as(id)
                .hasSize(state.equals("CONFIRMED") ? 1 : 2));
  }

  /** The bookings of a person as the sessions have them; those that hold a stall are confirmed. */
  private Map<String, String> sessionStates(Account account) {
    Map<String, String> states = new HashMap<>();
    for (String night : NIGHTS) {
      List<Map<String, AttributeValue>> session =
          suite.stored().partition("STALL#SESSION#" + SITE + "#" + night).stream()
              .filter(item -> Stored.text(item, "personId").equals(account.personId()))
              .toList();
      assertThat(session)
          .allSatisfy(
              item ->
                  assertThat(Stored.text(item, "state"))
                      .isEqualTo(isUnder("STALL#", item) ? "CONFIRMED" : "CANCELLED"));
      states.putAll(states(session.stream()));
    }
    return new TreeMap<>(states);
  }

  private static Map<String, String> states(Stream<Map<String, AttributeValue>> bookings) {
    return bookings.collect(
        Collectors.toMap(
            item -> Stored.text(item, "bookingId"),
            item -> Stored.text(item, "state"),
            (one, other) -> one + " and " + other,
            TreeMap::new));
  }

  private static boolean isUnder(String prefix, Map<String, AttributeValue> item) {
    return Stored.text(item, "sk").startsWith(prefix);
  }
}
