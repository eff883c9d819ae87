package org.jiuye.relay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {
  private static final String PARKING = "https://sqs/1/parking";

  @Test
  void everyQueueThatSubscribesToATypeHearsOfItOnce() {
    Subscriptions subscriptions =
        Subscriptions.parse(
            """
            {"notices": ["org.jiuye.stall.", "org.jiuye.", "org.jiuye.loan."],
             "statistics": ["org.jiuye.stall.booking-confirmed.v1"],
             "later": ["org.jiuye.stall.booking-confirmed.v2"],
             "stalls-of-others": ["org.jiuye.stall.booking-confirmed."],
             "loans": ["org.jiuye.loan."]}
            """,
            PARKING);

    assertThat(subscriptions.queuesFor("org.jiuye.stall.booking-confirmed.v1"))
        .containsExactlyInAnyOrder(
            "https://sqs/1/notices", "https://sqs/1/statistics", "https://sqs/1/stalls-of-others");
  }

  @Test
  void aWholeTypeIsNotTheBeginningOfAnother() {
    Subscriptions subscriptions =
        Subscriptions.parse("{\"notices\": [\"org.jiuye.stall.stall-offered.v1\"]}", PARKING);

    assertThat(subscriptions.queuesFor("org.jiuye.stall.stall-offered.v10")).isEmpty();
  }

  @Test
  void aTypeOfNoSubscriptionHasNoQueue() {
    Subscriptions subscriptions =
        Subscriptions.parse("{\"notices\": [\"org.jiuye.stall.\"]}", PARKING);

    assertThat(subscriptions.queuesFor("org.jiuye.loan.case-referred.v1")).isEmpty();
  }

  /** A function's variables may take 4 KB together; names of queues have at most 80 characters. */
  @Test
  void eighteenQueuesOfThreeBeginningsFitInAFunctionsVariables() {
    Map<String, List<String>> all = new TreeMap<>();
    for (int number : IntStream.range(10, 28).toArray()) {
      String queue =
          "jiuye-production-CaseworkerNotification-1ABCDEFGHIJKL-EventQueue-MNOPQRSTUVWX";
      all.put(
          "q" + number + queue,
          List.of("org.jiuye.employment.", "org.jiuye.person.", "org.jiuye.organisation."));
    }
    String json = Json.MAPPER.writeValueAsString(all);

    assertThat(all.keySet()).allSatisfy(name -> assertThat(name).hasSize(80));
    assertThat(Subscriptions.parse(json, PARKING).typesByQueueUrl()).hasSize(18);
    assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThan(3 * 1024);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                       | must be a JSON object",
        "{\"notices\": [\"org.jiuye.\"]           | must be JSON",
        "{\"a\": [\"org.\"], \"a\": [\"org.\"]}   | must be JSON",
        "null                                     | must be a JSON object",
        "[]                                       | must be a JSON object",
        "{}                                       | must be a JSON object",
        "{\" \": [\"org.jiuye.\"]}                | Not the name of a queue: \" \"",
        "{\"https://sqs/1/a\": [\"org.jiuye.\"]}  | Not the name of a queue",
        "{\"org.jiuye.\": [\"notices\"]}          | Not the name of a queue",
        "{\"notices\": []}                        | notices needs an array",
        "{\"notices\": \"org.jiuye.\"}            | notices needs an array",
        "{\"notices\": [7]}                       | notices hears of 7, which is neither",
        "{\"notices\": [\"\"]}                    | notices hears of \"\", which is neither",
        "{\"notices\": [\"org.jiuye\"]}           | notices hears of \"org.jiuye\", which is",
        "{\"notices\": [\"org.jiuye.stall.*\"]}   | which is neither",
        "{\"notices\": [\"org.\", \"org.\"]}      | notices hears of org. twice"
      })
  void whatLeavesOpenWhoHearsOfWhatIsRefused(String json, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subscriptions.parse(json, PARKING))
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "parking", "arn:aws:sqs:cn-north-1:1:parking", "https://sqs/1/", "ftp://q/p"})
  void aNeighbourThatIsNoQueueIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subscriptions.parse("{\"notices\": [\"org.jiuye.\"]}", url))
        .withMessageContaining("Not the URL of a queue");
  }
}
