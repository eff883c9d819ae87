package org.jiuye.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExpectationTest {

  private static final JsonNode ANSWER =
      new JsonMapper()
          .readTree(
              """
              {"state": "OPEN", "code": "012345", "count": 3, "empty": [], "nothing": null,
               "items": [{"id": "a", "size": 1}, {"id": "b b", "size": 20}]}
              """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.state",
        "$.empty",
        "$.items[?(@.id == 'b b')]",
        "$.state = OPEN",
        "$.count = 3",
        "$.code =~ \\d{6}",
        "$.count >= 3",
        "$.items.length() >= 2",
        "$.empty.length() = 0",
        "$.items[?(@.id == 'b b')].size = 20",
        "$.items[*].id =~ [ab ]+",
        "no $.missing",
        "no $.nothing",
        "no $.items[?(@.size > 20)]",
        "no $.empty[*].id",
      })
  void isMet(String text) {
    assertThat(parsed(text).isMet(ANSWER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.missing",
        "$.nothing",
        "$.items[?(@.id == 'c')]",
        "$.state = CLOSED",
        "$.missing = OPEN",
        "$.code =~ \\d{5}",
        "$.count >= 4",
        "$.state >= 1",
        "$.missing.length() = 0",
        "$.items[*].id = a",
        "no $.state",
        "no $.empty",
        "no $.items[?(@.size > 1)]",
      })
  void isNotMet(String text) {
    assertThat(parsed(text).isMet(ANSWER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state", "$.state is OPEN", "$.items[?(@.id ==", "no", "$.a = "})
  void whatIsNoExpectation(String text) {
    assertThat(Expectation.parse(text)).isEmpty();
  }

  @Test
  void readsAsItStandsInTheFile() {
    String text = "no $.items[?(@.id == '{{a.response.body.$.id}}' && @.size > 1)]";

    assertThat(parsed(text)).hasToString(text);
  }

  private static Expectation parsed(String text) {
    return Expectation.parse(text).orElseThrow();
  }
}
