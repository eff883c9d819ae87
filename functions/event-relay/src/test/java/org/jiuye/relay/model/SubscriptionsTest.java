package org.jiuye.relay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {
  @Test
  void everyQueueWhosePrefixFitsHearsOfAnEventOnce() {
    Subscriptions subscriptions =
        Subscriptions.parse(
            """
            {"org.jiuye.stall.": ["https://sqs/1/notices", "https://sqs/1/statistics"],
             "org.jiuye.": ["https://sqs/1/notices", "https://sqs/1/archive"],
             "org.jiuye.loan.": ["https://sqs/1/loans"]}
            """);

    assertThat(subscriptions.queuesFor("org.jiuye.stall.booking-confirmed.v1"))
        .containsExactlyInAnyOrder(
            "https://sqs/1/notices", "https://sqs/1/statistics", "https://sqs/1/archive");
  }

  @Test
  void aTypeOfNoSubscriptionHasNoQueue() {
    Subscriptions subscriptions =
        Subscriptions.parse("{\"org.jiuye.stall.\": [\"https://sqs/1/notices\"]}");

    assertThat(subscriptions.queuesFor("org.jiuye.loan.case-referred.v1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"org.\": []}",
        "{\"org.\": \"https://sqs/1/notices\"}",
        "{\"org.\": [7]}",
        "{\"org.\": [\"\"]}",
        "{\"org.\": [\"notices\"]}",
        "{\"org.\": [\"arn:aws:sqs:cn-north-1:1:notices\"]}",
        "{\" \": [\"https://sqs/1/notices\"]}",
        "{\"org.\": [\"https://sqs/1/a\"], \"org.\": [\"https://sqs/1/b\"]}",
        "{\"org.\": [\"https://sqs/1/a\"]"
      })
  void whatLeavesOpenWhoHearsOfWhatIsRefused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> Subscriptions.parse(json));
  }
}
