package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {

  private static final String TEMPLATE =
      """
      Parameters:
        County: {Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: lower case, Default: a}
        Days: {Type: Number, AllowedValues: [30, 60], Default: 30}
        Size: {Type: Number, MinValue: 2, MaxValue: 9, Default: 2}
        Needed: {Type: String}
      Resources: {}
      """;

  @TempDir private Path folder;

  @Test
  void givenValuesComeBeforeDefaults() {
    assertThat(
            TemplateText.read(folder, TEMPLATE, Map.of("Needed", "x", "County", "julu"))
                .parameters())
        .containsExactly(
            Map.entry("County", "julu"),
            Map.entry("Days", "30"),
            Map.entry("Size", "2"),
            Map.entry("Needed", "x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "County | Julu | template.yaml:3: Parameter County: 'Julu' must match [a-z]+: lower case",
        "Days | 31 | template.yaml:4: Parameter Days: '31' must be one of 30, 60",
        "Size | 1 | template.yaml:5: Parameter Size: '1' must be at least 2",
        "Size | 10 | template.yaml:5: Parameter Size: '10' must be at most 9",
        "Size | much | template.yaml:5: Parameter Size: 'much' must be a number",
        "Unknown | x | The template has no parameter Unknown",
      })
  void aWrongValueIsRefused(String name, String value, String message) {
    assertThatThrownBy(
            () -> TemplateText.read(folder, TEMPLATE, Map.of("Needed", "x", name, value)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMissingValueIsNamed() {
    assertThatThrownBy(() -> TemplateText.read(folder, TEMPLATE))
        .hasMessageContaining("template.yaml:6: Parameter Needed has no value and no default");
  }
}
