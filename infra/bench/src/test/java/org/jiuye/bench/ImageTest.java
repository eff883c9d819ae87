package org.jiuye.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is laid out for an image is all there, and its function starts from its cache. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class ImageTest {
  @Test
  void aFunctionStartsFromTheCacheOfItsImage(@TempDir Path folder) throws IOException {
    try (Subjects subjects = Subjects.open()) {
      // Refused where the function does not answer from the cache.
      Image.layOut(subjects.functions().getLast(), folder);
    }

    List<String> copied =
        Files.readAllLines(folder.resolve("Dockerfile")).stream()
            .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
            .flatMap(line -> Stream.of(line.split(" ")).skip(1))
            .filter(part -> !part.startsWith("/"))
            .toList();
    assertThat(copied).contains("lib", "runtime", "function.aot", "bootstrap");
    assertThat(copied).allSatisfy(part -> assertThat(folder.resolve(part)).exists());
    assertThat(folder.resolve("bootstrap")).isExecutable();
  }
}
