package org.jiuye.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiuye.shared.support.CapturedLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.support.GenericMessage;

class ScheduleFunctionTest {
  private static final String SECRET = "130529199001011237";

  private final List<Instant> runs = new ArrayList<>();
  private final ScheduleFunction function =
      new ScheduleFunction(
          Map.of(
              "announce-sessions",
              time -> {
                runs.add(time);
                return Map.of("announced", 3);
              },
              "broken",
              _ -> {
                throw new ArithmeticException(SECRET);
              }));

  @Test
  void runsTheTaskThatAScheduleNamesForTheTimeItWasDue() {
    byte[] answer =
        call(
            """
            {"schedule": "announce-sessions", "scheduledTime": "2026-07-01T08:00:00Z"}
            """);

    assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("{\"announced\":3}");
    assertThat(runs).containsExactly(Instant.parse("2026-07-01T08:00:00Z"));
  }

  @Test
  void aTaskThatFailsFailsTheInvocationSoThatItIsRunAgain() {
    try (CapturedLog log = CapturedLog.open()) {
      assertThatIllegalStateException()
          .isThrownBy(
              () -> call("{\"schedule\": \"broken\", \"scheduledTime\": \"2026-07-01T08:00:00Z\"}"))
          .withNoCause()
          .withMessage("A schedule's task failed");
      assertThat(log.text()).contains("ArithmeticException").doesNotContain(SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"announce-sessions\"",
        "{\"schedule\": \"announce-sessions\"}",
        "{\"scheduledTime\": \"2026-07-01T08:00:00Z\"}",
        "{\"schedule\": \"other\", \"scheduledTime\": \"2026-07-01T08:00:00Z\"}",
        "{\"schedule\": null, \"scheduledTime\": \"2026-07-01T08:00:00Z\"}",
        "{\"schedule\": [\"announce-sessions\"], \"scheduledTime\": \"2026-07-01T08:00:00Z\"}",
        "{\"schedule\": \"announce-sessions\", \"scheduledTime\": \"2026-07-01\"}",
        "{\"schedule\": \"announce-sessions\", \"scheduledTime\": \"2026-02-30T08:00:00Z\"}",
        "{\"schedule\": \"announce-sessions\", \"scheduledTime\": 1782892800}",
        "{\"schedule\": \"announce-sessions\", \"scheduledTime\": null}",
        "{\"schedule\": \"announce-sessions\", \"scheduledTime\":"
            + " \"<aws.scheduler.scheduled-time>\"}",
        "{\"schedule\": \"announce-sessions\", \"scheduledTime\": \"2026-07-01T08:00:00Z\", \"x\":"
            + " 1}",
        "{\"schedule\": \"announce-sessions\", \"schedule\": \"announce-sessions\","
            + " \"scheduledTime\": \"2026-07-01T08:00:00Z\"}",
        "{\"version\": \"2.0\", \"routeKey\": \"GET /\", \"requestContext\": {\"requestId\":"
            + " \"1\"}}",
        "{\"Records\": []}"
      })
  void whateverElseComesIsRefusedAndNothingRuns(String payload) {
    assertThatIllegalArgumentException().isThrownBy(() -> call(payload)).withNoCause();
    assertThat(runs).isEmpty();
  }

  private byte[] call(String payload) {
    return function.apply(
        new GenericMessage<InputStream>(
            new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8))));
  }
}
