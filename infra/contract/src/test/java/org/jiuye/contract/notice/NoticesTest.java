package org.jiuye.contract.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NoticesTest {
  private final Path repository;
  private final Notices notices;

  NoticesTest(@TempDir Path repository) {
    this.repository = repository;
    this.notices = new SmallNotices(repository).read();
  }

  @Test
  void aRuleSaysWhoHearsOfWhatWithWhichTemplateAndFields() {
    JsonNode rules = notices.rules().path(SmallNotices.TYPE);

    assertThat(rules).hasSize(4);
    assertThat(rules.path(1).toString())
        .isEqualTo(
            """
            {"to":"recipients","when":{"iced":true},"template":"iced-cup-ordered","version":1,\
            "fields":{"cupId":{"text":"[a-z]{3}"}}}\
            """);
    assertThat(rules.path(3).path("to").path("duty").asString()).isEqualTo("teas");
    assertThat(rules.path(3).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void aTypeThatNobodyHearsOfIsKnown() {
    assertThat(notices.rules().path("org.jiuye.tea.cup-washed.v1").isArray()).isTrue();
    assertThat(notices.rules().path("org.jiuye.tea.cup-washed.v1")).isEmpty();
  }

  @Test
  void everyVersionOfATemplateKeepsItsWordsWithTheFormOfEachGap() {
    JsonNode template = notices.words().path("templates").path("cup-ordered");

    assertThat(template.path("capability").asString()).isEqualTo("tea-room");
    assertThat(template.at("/versions/2/text/en").asString())
        .isEqualTo("{cups, count} of {teaName, name} ({kind, code}) at {at, time}");
    assertThat(template.at("/versions/1/text/en").asString()).isEqualTo("{teaName, name}");
    assertThat(notices.words().at("/templates/cup-lost/versions/1/title/en").asString())
        .isEqualTo("A cup was lost");
  }

  @Test
  void codesStandUnderTheirCapability() {
    assertThat(notices.words().at("/codes/tea-room/kind/GREEN/zh-CN").asString()).isEqualTo("绿茶");
  }

  @Test
  void bothFilesAreWritten() throws IOException {
    Path folder = repository.resolve("out/notices");
    notices.write(folder);

    assertThat(new JsonMapper().readTree(Files.readString(folder.resolve("notices.json"))))
        .isEqualTo(notices.rules());
    assertThat(Files.readString(folder.resolve("words.json"))).contains("绿茶");
  }
}
