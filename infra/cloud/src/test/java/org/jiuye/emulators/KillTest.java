package org.jiuye.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.emulators.TestCloud.TABLE;
import static org.jiuye.emulators.TestCloud.key;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

class KillTest {

  private static final int ENOUGH = 40;

  @TempDir private Path directory;

  @Test
  void whatWasAnsweredIsThereAfterTheProcessIsKilled() throws Exception {
    List<String> answered = new ArrayList<>();
    Process process = startWriting();
    try (BufferedReader lines = process.inputReader()) {
      while (answered.size() < ENOUGH) {
        String line = lines.readLine();
        assertThat(line).isNotNull();
        answered.add(line);
      }
      process.toHandle().destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      // What it had still said counts, too; the last line may be cut short.
      lines.lines().filter(line -> line.endsWith(".")).forEach(answered::add);
    }

    try (EmulatedCloud cloud =
        EmulatedCloud.start(TestCloud.options().withDataDirectory(directory))) {
      assertThat(messages(cloud)).containsAll(answered);
      for (String name : answered) {
        assertThat(
                cloud
                    .dynamoDb()
                    .getItem(b -> b.tableName(TABLE).key(key("OWN#" + name, "a")))
                    .hasItem())
            .isTrue();
      }
    }
  }

  private Process startWriting() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Writing.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Set<String> messages(EmulatedCloud cloud) {
    String url = cloud.template().queue("Other").url();
    Set<String> bodies = new HashSet<>();
    List<Message> received;
    do {
      received =
          cloud
              .sqs()
              .receiveMessage(b -> b.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(2))
              .messages();
      received.forEach(message -> bodies.add(message.body()));
    } while (!received.isEmpty());
    return bodies;
  }

  /** The process that is killed: says what it wrote and sent, and was told to be done. */
  static final class Writing {

    private Writing() {}

    public static void main(String[] arguments) {
      EmulatedCloud cloud =
          EmulatedCloud.start(TestCloud.options().withDataDirectory(Path.of(arguments[0])));
      String url = cloud.template().queue("Other").url();
      for (int i = 0; ; i++) {
        String name = i + ".";
        cloud.dynamoDb().putItem(b -> b.tableName(TABLE).item(key("OWN#" + name, "a")));
        cloud.sqs().sendMessage(b -> b.queueUrl(url).messageBody(name));
        System.out.println(name);
      }
    }
  }
}
