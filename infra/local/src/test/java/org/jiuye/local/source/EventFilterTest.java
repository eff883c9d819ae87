package org.jiuye.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventFilterTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static boolean matches(String pattern, String event) {
    return new EventFilter(List.of(pattern)).passes(JSON.readTree(event));
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
          {"a": {"b": ["x"]}}                      | {"a": [{"b": "x"}]}   | true
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
          {"a": {"N": [{"numeric": ["=", 7]}]}}    | {"a": {"N": "7"}}     | false
          {"a": {"N": ["7"]}}                      | {"a": {"N": "7"}}     | true
          {"a": [{"wildcard": "a*c"}]}             | {"a": "abc"}          | true
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
    assertThatThrownBy(() -> new EventFilter(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneOfSeveralIsEnough() {
    EventFilter filter = new EventFilter(List.of("{\"a\": [1]}", "{\"b\": [1]}"));
    assertThat(filter.passes(JSON.readTree("{\"b\": 1}"))).isTrue();
    assertThat(filter.passes(JSON.readTree("{\"c\": 1}"))).isFalse();
  }

  @Test
  void withoutPatternsEverythingPasses() {
    assertThat(new EventFilter(List.of()).passes(JSON.readTree("{}"))).isTrue();
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
