package org.jiuye.local.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuye.local.LocalCloud;
import org.jiuye.local.LocalCloudOptions;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A local cloud in a JVM of its own that writes items without end, to be killed. */
public final class TrafficProcess {

  private static final String WRITTEN = "written ";

  private TrafficProcess() {}

  /**
   * Lets it write, and kills it in the middle.
   *
   * @param prefix what the sort keys begin with
   * @return the sort keys of the items of which it is known that they were written
   */
  public static Set<String> runAndKill(LocalCloudOptions options, String prefix, int writes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TrafficProcess.class.getName(),
                    options.template().toString(),
                    options.data().orElseThrow().toString(),
                    prefix))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<String> written = new HashSet<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while (written.size() < writes && (line = output.readLine()) != null) {
        if (line.startsWith(WRITTEN)) {
          written.add(line.substring(WRITTEN.length()));
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return written;
  }

  /** Runs a template and writes items until it is killed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    LocalCloudOptions options =
        LocalCloudOptions.inMemory(Path.of(arguments[0])).withData(Path.of(arguments[1]));
    LocalCloud cloud = LocalCloud.start(options);
    String table = cloud.template().tables().getFirst().name();
    for (int number = 0; ; number++) {
      String sortKey = arguments[2] + "-" + number;
      cloud
          .emulatedCloud()
          .dynamoDb()
          .putItem(
              put ->
                  put.tableName(table)
                      .item(
                          Map.of(
                              "pk", AttributeValue.fromS("P"),
                              "sk", AttributeValue.fromS(sortKey),
                              "outboxId", AttributeValue.fromS(sortKey))));
      System.out.println(WRITTEN + sortKey);
    }
  }
}
