package org.jiuye.checks.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiuye.emulators.RunningServices;
import org.junit.platform.console.ConsoleLauncher;

/**
 * Runs tests that others have written, as they are, with table and queues elsewhere; in a process
 * of their own, for a process has one place for both.
 */
final class Elsewhere {
  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider");

  private final Map<String, String> properties;

  /**
   * Tests in other services.
   *
   * @param properties the system properties that name them, see {@link RunningServices#asked}
   */
  Elsewhere(Map<String, String> properties) {
    this.properties = properties;
  }

  /** Runs a test class of this module, of which every test must pass. */
  void pass(String testClass) throws IOException, InterruptedException {
    pass("", "--select-class=" + testClass);
  }

  /** Runs the tests in a folder of classes that have a tag; there must be some, and all pass. */
  void pass(Path testClasses, String tag) throws IOException, InterruptedException {
    pass(
        File.pathSeparator + testClasses,
        "--scan-classpath=" + testClasses,
        "--include-tag=" + tag,
        // Two hundred callers at once are more than LocalStack serves within a function's time.
        "--exclude-tag=crowd");
  }

  private void pass(String morePath, String... selection) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path") + morePath));
    command.addAll(List.of(ConsoleLauncher.class.getName(), "execute"));
    command.addAll(List.of(selection));
    command.addAll(List.of("--fail-if-no-tests", "--disable-banner", "--disable-ansi-colors"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
