package org.jiuye.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is laid out for an image is all there, and its function starts from its cache. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class ImageTest {
  /** Where the runtime interface client fails without Lambda; it has started by then. */
  private static final String STARTED = "AWSLambda.main";

  @TempDir private Path folder;

  @Test
  void aFunctionStartsFromTheCacheOfItsImage() throws Exception {
    Map<String, String> environment;
    try (Subjects subjects = Subjects.open()) {
      Subject function = subjects.functions().getLast();
      environment = function.launch().environment();
      // Refused where the function does not answer from the cache.
      Image.layOut(function, folder);
    }

    List<String> copied =
        Files.readAllLines(folder.resolve("Dockerfile")).stream()
            .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
            .flatMap(line -> Stream.of(line.split(" ")).skip(1))
            .filter(part -> !part.startsWith("/"))
            .toList();
    assertThat(copied).contains("lib", "runtime", "function.aot", "bootstrap");
    assertThat(copied).allSatisfy(part -> assertThat(folder.resolve(part)).exists());
    assertThat(bootstrap(environment)).contains(STARTED).doesNotContainIgnoringCase("aot cache");
  }

  /** What the image's bootstrap writes where the JVM must use the cache, but there is no Lambda. */
  private String bootstrap(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(folder.resolve("bootstrap").toString()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().remove("AWS_LAMBDA_RUNTIME_API");
    builder.environment().put("JDK", System.getProperty("java.home"));
    builder.environment().put("LAMBDA_TASK_ROOT", folder.toString());
    builder.environment().merge("JAVA_TOOL_OPTIONS", " -XX:AOTMode=on", String::concat);
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }
}
