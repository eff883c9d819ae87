package org.jiuye.emulators.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  @ParameterizedTest
  @CsvSource({
    // operator, allowed values, the request's values, whether it holds
    "StringEquals, A, A, true",
    "StringEquals, A, a, false",
    "StringEquals, A B, B, true",
    "StringEquals, A, '', false",
    "StringEqualsIfExists, A, '', true",
    "StringEqualsIfExists, A, B, false",
    "StringEqualsIgnoreCase, A, a, true",
    "StringNotEquals, A, B, true",
    "StringNotEquals, A B, B, false",
    "StringNotEquals, A, '', true",
    "StringLike, A#*, A#1, true",
    "StringLike, A#*, B#1, false",
    "StringLike, A#?, A#12, false",
    "StringLike, A.*, AB, false",
    "StringNotLike, A#*, A#1, false",
    "ArnLike, arn:aws:sqs:*:x, arn:aws:sqs:here:x, true",
    "Bool, true, true, true",
    "ForAllValues:StringLike, A#* B#*, A#1 B#2, true",
    "ForAllValues:StringLike, A#*, A#1 B#2, false",
    "ForAllValues:StringLike, A#*, '', true",
    "ForAllValues:StringNotEquals, A, B C, true",
    "ForAllValues:StringNotEquals, A, A B, false",
    "ForAnyValue:StringEquals, A, A B, true",
    "ForAnyValue:StringEquals, A, C B, false",
    "ForAnyValue:StringEquals, A, '', false",
    "ForAnyValue:StringNotEquals, A, '', false",
    "Null, true, '', true",
    "Null, true, A, false",
    "Null, false, A, true",
    "Null, false, '', false",
  })
  void operatorsDecideAsIamDoes(String operator, String allowed, String actual, boolean expected) {
    Map<String, List<String>> context = actual.isEmpty() ? Map.of() : Map.of("key", words(actual));

    assertThat(Condition.of(operator, "key", words(allowed)).test(context)).isEqualTo(expected);
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).toList();
  }
}
