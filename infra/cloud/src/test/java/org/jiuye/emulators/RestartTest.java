package org.jiuye.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jiuye.emulators.TestCloud.TABLE;
import static org.jiuye.emulators.TestCloud.key;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

class RestartTest {

  @TempDir private Path directory;

  @Test
  void itemsKeysAndMessagesOutliveARestart() throws Exception {
    String key;
    String streamArn;
    try (EmulatedCloud cloud = start()) {
      cloud.dynamoDb().putItem(b -> b.tableName(TABLE).item(key("OWN#1", "a")));
      send(cloud, "waiting");
      send(cloud, "deleted");
      delete(cloud, "deleted");
      key = Files.readString(keyFile(cloud));
      streamArn = stream(cloud);
    }

    try (EmulatedCloud cloud = start()) {
      assertThat(cloud.dynamoDb().getItem(b -> b.tableName(TABLE).key(key("OWN#1", "a"))).item())
          .isEqualTo(key("OWN#1", "a"));
      assertThat(keyFile(cloud)).hasContent(key);
      assertThat(stream(cloud)).isEqualTo(streamArn);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(bodies(receive(cloud))).containsExactly("waiting"));
      assertThat(cloud.template().queue("Allowed").url()).startsWith(cloud.endpoint().toString());
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("keys/Key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aMessageInFlightIsThereAgainForItsReceiverIsGone() {
    try (EmulatedCloud cloud = start()) {
      send(cloud, "in flight");
      Message received = receive(cloud).getFirst();
      cloud
          .sqs()
          .changeMessageVisibility(
              b ->
                  b.queueUrl(url(cloud, "Allowed"))
                      .receiptHandle(received.receiptHandle())
                      .visibilityTimeout(600));
    }

    try (EmulatedCloud cloud = start()) {
      assertThat(bodies(receive(cloud))).containsExactly("in flight");
      // Received twice, once before the restart: now it goes where failures go.
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                receive(cloud);
                assertThat(
                        bodies(
                            cloud
                                .sqs()
                                .receiveMessage(b -> b.queueUrl(url(cloud, "DeadLetters")))
                                .messages()))
                    .containsExactly("in flight");
              });
    }
  }

  @Test
  void oneDirectoryServesOneCloudAtATime() {
    try (EmulatedCloud cloud = start()) {
      assertThat(cloud.template().tables()).hasSize(1);
      assertThatThrownBy(this::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(directory.toString());
    }
  }

  private EmulatedCloud start() {
    return EmulatedCloud.start(TestCloud.options().withDataDirectory(directory));
  }

  private static String stream(EmulatedCloud cloud) {
    return cloud.dynamoDb().describeTable(b -> b.tableName(TABLE)).table().latestStreamArn();
  }

  private static void send(EmulatedCloud cloud, String body) {
    cloud.sqs().sendMessage(b -> b.queueUrl(url(cloud, "Allowed")).messageBody(body));
  }

  private static List<Message> receive(EmulatedCloud cloud) {
    return cloud
        .sqs()
        .receiveMessage(b -> b.queueUrl(url(cloud, "Allowed")).maxNumberOfMessages(10))
        .messages();
  }

  private static void delete(EmulatedCloud cloud, String body) {
    List<Message> deleted = new ArrayList<>();
    for (Message message : receive(cloud)) {
      if (message.body().equals(body)) {
        cloud
            .sqs()
            .deleteMessage(
                b -> b.queueUrl(url(cloud, "Allowed")).receiptHandle(message.receiptHandle()));
        deleted.add(message);
      }
    }
    assertThat(deleted).hasSize(1);
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  private static String url(EmulatedCloud cloud, String logicalId) {
    return cloud.template().queue(logicalId).url();
  }

  private static Path keyFile(EmulatedCloud cloud) {
    return Path.of(cloud.connectionOf("Writer").getOrDefault("jiuye.key-file.jiuye-key", ""));
  }
}
