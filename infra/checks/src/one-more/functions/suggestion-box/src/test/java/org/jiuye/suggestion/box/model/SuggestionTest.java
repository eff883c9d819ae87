package org.jiuye.suggestion.box.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final Topic LIGHT = new Topic("LIGHT", Map.of(), "130529", 30);

  @Test
  void staysOpenForTheDaysOfItsTopic() {
    Suggestion suggestion =
        Suggestion.open("a", LIGHT, "person-a", Instant.parse("2026-07-01T04:00:00.123Z"));

    assertThat(suggestion.closesAt()).isEqualTo("2026-07-31T04:00:00Z");
    assertThat(suggestion.closed().version()).isEqualTo(2);
  }
}
