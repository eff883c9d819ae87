package org.jiuye.checks.chain;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.checks.Repository;

/** The local cloud in a process of its own, started as {@code infra/local/up} starts it. */
final class CloudProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("(?m)^ready (http://\\S+)$");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;
  private final URI address;

  private CloudProcess(Process process, Path output, URI address) {
    this.process = process;
    this.output = output;
    this.address = address;
  }

  /**
   * Starts it on a folder of data.
   *
   * @param output the file that takes its output
   */
  static CloudProcess start(Path data, Path output) throws IOException {
    Path root = Repository.root();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    root.resolve("infra/local/target/package/lib") + "/*",
                    "org.jiuye.local.LocalCloudMain",
                    "--template",
                    root.resolve("template.yaml").toString(),
                    "--data",
                    data.toString(),
                    "--port",
                    "0"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> !process.isAlive() || READY.matcher(Repository.text(output)).find());
      Matcher ready = READY.matcher(Repository.text(output));
      if (!ready.find()) {
        throw new IllegalStateException("No local cloud: " + Repository.text(output));
      }
      return new CloudProcess(process, output, URI.create(ready.group(1)));
    } catch (RuntimeException failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  URI address() {
    return address;
  }

  Call call(String method, String path) {
    return new Call(address, method, path);
  }

  /** A token of the cloud's own issuer. */
  Account account(String sub, String role, String divisions) {
    return LocalTokens.account(address, sub, role, divisions);
  }

  /** All that it has said. */
  String output() {
    return Repository.text(output);
  }

  /** Kills it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
