package org.jiuye.seeds;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that would not do what it seems to say is refused. */
class SeedSchemasTest {

  @TempDir Path directory;

  private void assertRefused(String rules, String reason) throws IOException {
    String id = "\"$id\": \"https://jiuye.example/seeds/banks.schema.json\"";
    Files.writeString(directory.resolve("banks.schema.json"), "{" + id + ", " + rules + "}");

    assertThatIllegalStateException()
        .isThrownBy(() -> SeedSchemas.read(List.of(directory)))
        .withMessageContaining("banks.schema.json: ")
        .withMessageContaining(reason);
  }

  @Test
  void refusesWhatIsNoJson() throws IOException {
    assertRefused("\"x-table\": }", "Unexpected character");
  }

  @Test
  void refusesAKeywordThatTheLoaderDoesNotKnow() throws IOException {
    assertRefused("\"x-tabel\": {}", "x-tabel");
  }

  @Test
  void refusesATableWithoutASortKey() throws IOException {
    assertRefused("\"x-table\": {\"each\": \"/banks/*\", \"pk\": \"LOAN#BANKS\"}", "sk");
  }

  @Test
  void refusesAPartitionPerEntryBecauseVanishedOnesWouldStay() throws IOException {
    assertRefused(
        "\"x-table\": {\"each\": \"/banks/*\", \"pk\": \"LOAN#{bankId}\", \"sk\": \"BANK\"}",
        "pk must be the same for every entry");
  }

  @Test
  void refusesACheckThatDoesNotExist() throws IOException {
    assertRefused(
        "\"x-checks\": [{\"each\": \"/banks\", \"check\": \"no-such\"}]",
        "no check is named no-such");
  }

  @Test
  void refusesTwoSchemasOfOneKind() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    for (Path folder : List.of(directory, other)) {
      Files.writeString(folder.resolve("banks.schema.json"), "{}");
    }

    assertThatIllegalStateException()
        .isThrownBy(() -> SeedSchemas.read(List.of(directory, other)))
        .withMessageContaining("another folder has a schema of this kind");
  }
}
