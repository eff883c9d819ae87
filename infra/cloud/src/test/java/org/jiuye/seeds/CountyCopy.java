package org.jiuye.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A copy of the real seeds that a test may change. */
final class CountyCopy {

  private static final Path PROJECT = Path.of("../..");

  /** The real seeds. */
  static final Path JULU = PROJECT.resolve("seeds/julu");

  private final Path folder;

  private CountyCopy(Path folder) {
    this.folder = folder;
  }

  static CountyCopy in(Path directory) throws IOException {
    List<Path> folders = new ArrayList<>(SeedFolder.suite(JULU));
    folders.add(JULU);
    for (Path folder : folders) {
      for (Path file : SeedFolder.filesIn(folder)) {
        Path copy = directory.resolve(PROJECT.relativize(file));
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
    return new CountyCopy(directory.resolve("seeds/julu"));
  }

  Path folder() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Replaces the first place where the text stands, which must be there. */
  CountyCopy replace(String file, String text, String replacement) throws IOException {
    String content = Files.readString(file(file));
    int at = content.indexOf(text);
    assertThat(at).as("%s in %s", text, file).isNotNegative();
    return write(
        file, content.substring(0, at) + replacement + content.substring(at + text.length()));
  }

  CountyCopy write(String file, String content) throws IOException {
    Files.writeString(file(file), content);
    return this;
  }

  CountyCopy delete(String file) throws IOException {
    Files.delete(file(file));
    return this;
  }
}
