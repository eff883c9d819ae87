package org.jiuye.local.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiuye.local.lambda.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchVerdictTest {

  private static final List<String> IDS = List.of("1", "2", "3");

  private static Invocation answer(String json) {
    return new Invocation.Succeeded(json.getBytes(UTF_8));
  }

  @Test
  void takesTheReportedRecordsAsFailed() {
    Invocation answer =
        answer(
            "{\"batchItemFailures\": [{\"itemIdentifier\": \"2\"}, {\"itemIdentifier\": \"3\"}]}");
    assertThat(BatchVerdict.failed(answer, true, IDS)).containsExactly("2", "3");
    assertThat(BatchVerdict.failed(answer, false, IDS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\": null}", "{\"batchItemFailures\": []}"})
  void takesAnEmptyAnswerAsSuccess(String answer) {
    assertThat(BatchVerdict.failed(answer(answer), true, IDS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "\"OK\"",
        "{\"batchItemFailures\": \"2\"}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
        "{\"batchItemFailures\": [{\"identifier\": \"2\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"9\"}]}"
      })
  void takesAnInvalidAnswerAsFailureOfTheWholeBatch(String answer) {
    assertThat(BatchVerdict.failed(answer(answer), true, IDS)).containsExactlyElementsOf(IDS);
  }

  @Test
  void takesAFailedInvocationAsFailureOfTheWholeBatch() {
    assertThat(BatchVerdict.failed(new Invocation.TimedOut(), true, IDS))
        .containsExactlyElementsOf(IDS);
    assertThat(BatchVerdict.failed(new Invocation.Failed("x", "y"), false, IDS))
        .containsExactlyElementsOf(IDS);
  }
}
