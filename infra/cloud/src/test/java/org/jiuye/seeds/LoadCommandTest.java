package org.jiuye.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTest {

  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return LoadCommand.run(
        List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @Test
  void checksSeedsWithoutATable() {
    assertThat(run("--check", "--seeds", "../../seeds")).isZero();
    assertThat(out.toString(UTF_8)).matches("../../seeds/julu: \\d+ items, nothing wrong\n");
  }

  @Test
  void tellsEveryErrorAndFails() throws IOException {
    CountyCopy.in(directory)
        .replace("trades.yaml", "code: TOYS", "code: 7")
        .replace("trades.yaml", "code: SNACKS", "code: 8");

    assertThat(run("--check", "--seeds", directory.resolve("seeds").toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .containsExactly(
            directory
                + "/seeds/julu/trades.yaml:4:11: /trades/0/code: integer found, string expected",
            directory
                + "/seeds/julu/trades.yaml:10:11: /trades/2/code: integer found, string expected",
            "2 errors; nothing was written");
  }

  @Test
  void showsItsUseWhenMisused() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--check", "--table", "jiuye")).isEqualTo(2);
    assertThat(run("--table")).isEqualTo(2);
    assertThat(run("--scan")).isEqualTo(2);
    assertThat(run("--check", "--county", "nowhere")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("Usage: infra/cloud/load-seeds")
        .contains("is no folder");
  }
}
