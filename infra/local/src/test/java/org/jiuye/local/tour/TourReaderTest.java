package org.jiuye.local.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.local.tour.TourFile.Request;
import org.jiuye.local.tour.TourFile.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TourReaderTest {

  private static final String BELLS =
      """
      # Bells that can be rung.
      # In every village.

      # How to read this: elsewhere.
      @api = http://127.0.0.1:8080

      ### In the morning
      # Before anybody is up.

      ### Ring a bell.
      # Loudly.
      # @name bell
      # expect 201
      # expect $.state = RINGING
      # show $.tone
      POST {{api}}/bells
      Content-Type: application/json

      {
        "village": "north"
      }

      ### Somebody hears it.
      # always
      # all pages
      # eventually 200
      # expect no $.items[?(@.bellId == '{{bell.response.body.$.bellId}}')]
      GET {{api}}/ears?limit=100
      """;

  @Test
  void aFileSaysWhatItIsAboutBeforeItsFirstBlankLine() {
    TourFile tour = TourReader.read("bells", BELLS);

    assertThat(tour.capability()).isEqualTo("bells");
    assertThat(tour.intro()).isEqualTo("Bells that can be rung. In every village.");
    assertThat(tour.variables()).isEqualTo(Map.of("api", "http://127.0.0.1:8080"));
  }

  @Test
  void aTitleWithoutRequestOpensAChapter() {
    Step chapter = TourReader.read("bells", BELLS).steps().getFirst();

    assertThat(chapter.title()).isEqualTo("In the morning");
    assertThat(chapter.note()).isEqualTo("Before anybody is up.");
    assertThat(chapter.request()).isEmpty();
  }

  @Test
  void aStepHasARequestAndItsTerms() {
    Step step = TourReader.read("bells", BELLS).steps().get(1);

    assertThat(step.line()).isEqualTo(10);
    assertThat(step.note()).isEqualTo("Loudly.");
    assertThat(step.request())
        .contains(
            new Request(
                "bell",
                "POST",
                "{{api}}/bells",
                Map.of("Content-Type", "application/json"),
                "{\n  \"village\": \"north\"\n}"));
    assertThat(step.terms().status()).contains(201);
    assertThat(step.terms().expectations()).hasToString("[$.state = RINGING]");
    assertThat(step.terms().shown()).containsExactly("$.tone");
    assertThat(step.terms().always()).isFalse();
    assertThat(step.terms().eventually()).isFalse();
  }

  @Test
  void aStepMayBeWalkedAlwaysAndAskedAgainAndReadToTheEnd() {
    Step step = TourReader.read("bells", BELLS).steps().get(2);

    assertThat(step.terms().always()).isTrue();
    assertThat(step.terms().allPages()).isTrue();
    assertThat(step.terms().eventually()).isTrue();
    assertThat(step.terms().status()).isEqualTo(Optional.of(200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /x                                 | 1: before the first ### stand comments
          '###' | 1: a step has a title
          '### a;# expect 200' | 1: a step that expects something has a request
          '### a;# expect yes;GET /x' | 2: “yes” is no expectation
          '### a;# expect $.[;GET /x' | 2: “$.[” is no expectation
          '### a;# show state;GET /x' | 2: “state” is no JSON path
          '### a;FETCH /x' | 2: “FETCH /x” is no request line
          '### a;GET /x;Accept' | 3: “Accept” is no header
          '### a;GET {{host}}/x' | 2: nothing above is called “host”
          '### a;GET /x;A: {{b.response.body.$.c}}' | 3: nothing above is called “b”
          '### a;# expect $.a = {{b.c}};GET /x' | 2: nothing above is called “b”
          """)
  void whatCannotBeWalkedIsToldByFileAndLine(String lines, String problem) {
    String text = lines.replace(';', '\n');

    assertThatThrownBy(() -> TourReader.read("bells", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("functions/bells/tour.http:" + problem);
  }

  @Test
  void everyCapabilitysTourIsFound(@TempDir Path project) throws IOException {
    for (String capability : List.of("bells", "ears", "silence")) {
      Files.createDirectories(project.resolve("functions/" + capability));
    }
    Files.writeString(project.resolve("functions/ears/tour.http"), "# Ears.\n");
    Files.writeString(project.resolve("functions/bells/tour.http"), "# Bells.\n");

    assertThat(TourReader.readAll(project))
        .extracting(TourFile::capability)
        .containsExactly("bells", "ears");
    assertThat(TourReader.readAll(project.resolve("elsewhere"))).isEmpty();
  }
}
