package org.jiuye.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventPatternTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static boolean matches(String pattern, String event) {
    return EventPattern.parse(pattern).matches(JSON.readTree(event));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": ["x", "y"]}                        | {"a": "y"}            | true
          {"a": ["x"]}                             | {"a": "y"}            | false
          {"a": ["x"]}                             | {}                    | false
          {"a": [1]}                               | {"a": 1.0}            | true
          {"a": [null]}                            | {"a": null}           | true
          {"a": [null]}                            | {}                    | false
          {"a": [true]}                            | {"a": true}           | true
          {"a": ["x"]}                             | {"a": ["w", "x"]}     | true
          {"a": {"b": ["x"]}}                      | {"a": {"b": "x"}}     | true
          {"a": {"b": ["x"]}}                      | {"a": "x"}            | false
          {"a": ["x"], "b": ["y"]}                 | {"a": "x", "b": "z"}  | false
          {"a": [{"exists": true}]}                | {"a": "x"}            | true
          {"a": [{"exists": true}]}                | {"a": {"b": 1}}       | false
          {"a": {"S": [{"exists": true}]}}         | {"b": {"S": "x"}}     | false
          {"a": [{"exists": false}]}               | {}                    | true
          {"a": [{"exists": false}]}               | {"a": 1}              | false
          {"a": [{"prefix": "ab"}]}                | {"a": "abc"}          | true
          {"a": [{"prefix": "ab"}]}                | {"a": "bc"}           | false
          {"a": [{"suffix": "bc"}]}                | {"a": "abc"}          | true
          {"a": [{"equals-ignore-case": "AB"}]}    | {"a": "ab"}           | true
          {"a": [{"anything-but": ["x", "y"]}]}    | {"a": "z"}            | true
          {"a": [{"anything-but": ["x", "y"]}]}    | {"a": "x"}            | false
          {"a": [{"anything-but": {"prefix": "x"}}]} | {"a": "xy"}         | false
          {"a": [{"numeric": [">", 0, "<=", 5]}]}  | {"a": 5}              | true
          {"a": [{"numeric": [">", 0, "<=", 5]}]}  | {"a": 5.1}            | false
          {"a": [{"numeric": [">", 0]}]}           | {"a": "1"}            | false
          {"$or": [{"a": ["x"]}, {"b": ["y"]}]}    | {"b": "y"}            | true
          {"$or": [{"a": ["x"]}, {"b": ["y"]}]}    | {"b": "x"}            | false
          """)
  void matchesAsLambdaDoes(String pattern, String event, boolean expected) {
    assertThat(matches(pattern, event)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "\"x\"", "{\"a\": [{\"like\": \"x\"}]}", "{\"a\": [[1]]}", "{\"a\": \"x\"}"})
  void refusesWhatItDoesNotUnderstand(String pattern) {
    assertThatThrownBy(() -> EventPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void matchesTheOutboxOfARecord() {
    String pattern =
        "{\"dynamodb\": {\"NewImage\": {\"outboxId\": {\"S\": [{\"exists\": true}]}}}}";
    assertThat(matches(pattern, "{\"dynamodb\": {\"NewImage\": {\"outboxId\": {\"S\": \"1\"}}}}"))
        .isTrue();
    assertThat(matches(pattern, "{\"dynamodb\": {\"OldImage\": {\"outboxId\": {\"S\": \"1\"}}}}"))
        .isFalse();
  }
}
