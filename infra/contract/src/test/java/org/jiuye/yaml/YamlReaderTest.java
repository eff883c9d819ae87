package org.jiuye.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class YamlReaderTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.yaml"), text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a: x          | {"a":"x"}
          a: '1'        | {"a":"1"}
          a: 2026-01-01 | {"a":"2026-01-01"}
          a: yes        | {"a":"yes"}
          a: -1.5e3     | {"a":-1.5E+3}
          a: 7          | {"a":7}
          a: true       | {"a":true}
          a: null       | {"a":null}
          a:            | {"a":null}
          a: [x, {b: 1}] | {"a":["x",{"b":1}]}
          """)
  void readsWhatJsonCanSay(String yaml, String json) throws IOException {
    assertThat(YamlReader.json(file(yaml)).root()).hasToString(json);
  }

  @Test
  void knowsWhereEverythingStands() throws IOException {
    YamlDocument<JsonNode> document =
        YamlReader.json(file("# first\na/b:\n  - x\n  - c:\n      d\n"));

    assertThat(document.key("/a~1b")).isEqualTo(new Place(2, 1));
    assertThat(document.value("/a~1b")).isEqualTo(new Place(3, 3));
    assertThat(document.value("/a~1b/0")).isEqualTo(new Place(3, 5));
    assertThat(document.key("/a~1b/1/c")).isEqualTo(new Place(4, 5));
    assertThat(document.value("/a~1b/1/c")).isEqualTo(new Place(5, 7));
    assertThat(document.value("/a~1b/1/nothing")).isEqualTo(new Place(4, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a: !Ref B           | 1:4: /a: is nothing that JSON knows: !Ref
          a: !!binary eA==    | 1:4: /a: is nothing that JSON knows: tag:yaml.org,2002:binary
          a: .inf             | 1:4: /a: is nothing that JSON knows: tag:yaml.org,2002:float
          a: .nan             | 1:4: /a: is nothing that JSON knows: tag:yaml.org,2002:float
          {a: &x 1, b: *x}    | 1:14: aliases are not allowed
          {a: {b: 1, b: 2}}   | 1:12: /a/b: stands here a second time; the first is in line 1
          {<<: {b: 1}}        | 1:2: merge keys (<<) are not allowed
          {1: a}              | 1:2: a property's name must be text
          a: [                | 1:5: expected the node content
          """)
  void refusesWhatJsonCannotSay(String yaml, String error) throws IOException {
    YamlException refusal =
        catchThrowableOfType(YamlException.class, () -> YamlReader.json(file(yaml)));

    assertThat(refusal).hasMessageContaining("a.yaml:" + error);
  }

  @Test
  void tellsAllThatIsWrong() {
    YamlException refusal =
        catchThrowableOfType(
            YamlException.class, () -> YamlReader.json(file("a: .inf\nb: !x y\n1: z\n")));

    assertThat(refusal.errors()).extracting(error -> error.place().line()).containsExactly(1, 2, 3);
  }
}
