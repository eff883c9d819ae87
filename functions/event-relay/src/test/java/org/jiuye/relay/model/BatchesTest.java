package org.jiuye.relay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  @Test
  void aBatchHasAtMostTenLettersOfOneQueueInTheirOrder() {
    List<Letter> letters =
        IntStream.range(0, 24).mapToObj(number -> letter(number, number % 2, "text")).toList();

    List<List<Letter>> batches = Batches.of(letters);

    assertThat(batches).extracting(List::size).containsExactly(10, 2, 10, 2);
    assertThat(batches)
        .allSatisfy(
            batch ->
                assertThat(batch)
                    .extracting(Letter::queueUrl)
                    .containsOnly(batch.getFirst().queueUrl()))
        .allSatisfy(batch -> assertThat(batch).extracting(Letter::record).isSorted());
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(letters);
  }

  @Test
  void aBatchIsAtMostOneMebibyteOfUtf8() {
    String third = "就".repeat(Batches.MOST_BYTES / 9);
    List<Letter> letters =
        IntStream.range(0, 4).mapToObj(number -> letter(number, 0, third)).toList();

    assertThat(Batches.of(letters)).extracting(List::size).containsExactly(3, 1);
    assertThat(Batches.of(letters))
        .allSatisfy(
            batch ->
                assertThat(batch.stream().mapToInt(Batches::weigh).sum())
                    .isLessThanOrEqualTo(Batches.MOST_BYTES));
  }

  @Test
  void attributesWeighToo() {
    Letter letter = new Letter(0, "https://sqs/1/a", "就", Map.of("reason", "no-outbox"));

    assertThat(Batches.weigh(letter)).isEqualTo(3 + "reason".length() + "no-outbox".length() + 6);
  }

  @Test
  void nothingToSendIsNoBatch() {
    assertThat(Batches.of(List.of())).isEmpty();
  }

  private static Letter letter(int record, int queue, String body) {
    return new Letter(record, "https://sqs/1/" + queue, body, Map.of());
  }
}
