package org.jiuye.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuye.local.testing.FixtureTemplate;
import org.jiuye.local.testing.TrafficProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table's stream calls functions as Lambda does. */
class StreamSourceTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RESOURCES =
      """
      GivenUp:
        Type: AWS::SQS::Queue
      Recorder:
        Type: AWS::Serverless::Function
        Properties:
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: recorder
              RECORD_FILE: RECORDS
          Events:
            Changes:
              Type: DynamoDB
              Properties:
                Stream: !GetAtt Table.StreamArn
                StartingPosition: START
                BatchSize: 10
                BisectBatchOnFunctionError: true
                MaximumRetryAttempts: 1
                FunctionResponseTypes: [ReportBatchItemFailures]
                FilterCriteria:
                  Filters:
                    - Pattern: '{"dynamodb": {"NewImage": {"outboxId": {"S": [{"exists": true}]}}}}'
                DestinationConfig:
                  OnFailure: {Type: SQS, Destination: !GetAtt GivenUp.Arn}
      """;

  private final Path folder;
  private final FixtureTemplate template;

  StreamSourceTest(@TempDir Path folder) {
    this.folder = folder;
    this.template = new FixtureTemplate(folder);
  }

  private LocalCloudOptions options(String startingPosition) {
    return LocalCloudOptions.inMemory(template.with(RESOURCES.replace("START", startingPosition)));
  }

  private static void put(LocalCloud cloud, String sortKey, boolean withOutbox) {
    Map<String, AttributeValue> item =
        new HashMap<>(Map.of("pk", AttributeValue.fromS("P"), "sk", AttributeValue.fromS(sortKey)));
    if (withOutbox) {
      item.put("outboxId", AttributeValue.fromS("1"));
    }
    cloud
        .emulatedCloud()
        .dynamoDb()
        .putItem(put -> put.tableName(cloud.template().tables().getFirst().name()).item(item));
  }

  private static List<Message> givenUp(LocalCloud cloud) {
    return cloud
        .emulatedCloud()
        .sqs()
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(cloud.template().queues().getFirst().url())
                    .maxNumberOfMessages(10))
        .messages();
  }

  private void awaitRecords(String... expected) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(template.records()).contains(expected));
  }

  @Test
  void recordsComeInOrderAndThoseThatNoFilterWantsDoNot() throws Exception {
    try (LocalCloud cloud = LocalCloud.start(options("TRIM_HORIZON"))) {
      put(cloud, "a", true);
      put(cloud, "silent", false);
      put(cloud, "once-b", true);
      put(cloud, "c", true);
      awaitRecords("c");
      assertThat(template.records().stream().distinct()).containsExactly("a", "once-b", "c");
      assertThat(template.records()).doesNotContain("silent");
    }
  }

  @Test
  void anItemWithEmptyMapsAndListsComesLikeEveryOther() throws Exception {
    AttributeValue map = AttributeValue.fromM(Map.of());
    AttributeValue list = AttributeValue.fromL(List.of());
    try (LocalCloud cloud = LocalCloud.start(options("TRIM_HORIZON"))) {
      Map<String, AttributeValue> item =
          new HashMap<>(
              Map.of(
                  "pk", AttributeValue.fromS("P"),
                  "sk", AttributeValue.fromS("empty"),
                  "outboxId", AttributeValue.fromS("1"),
                  "map", map,
                  "list", list,
                  "nested", AttributeValue.fromM(Map.of("map", map, "list", list))));
      cloud
          .emulatedCloud()
          .dynamoDb()
          .putItem(put -> put.tableName(cloud.template().tables().getFirst().name()).item(item));
      put(cloud, "next", true);

      awaitRecords("empty", "next");
    }
  }

  @Test
  void aRecordThatAlwaysFailsIsGivenUpAloneAndPointedAt() throws Exception {
    try (LocalCloud cloud = LocalCloud.start(options("TRIM_HORIZON"))) {
      put(cloud, "a", true);
      put(cloud, "throw-b", true);
      put(cloud, "c", true);
      awaitRecords("a", "c");
      Message message = await().until(() -> givenUp(cloud), found -> !found.isEmpty()).getFirst();
      JsonNode pointer = JSON.readTree(message.body());
      assertThat(pointer.at("/requestContext/condition").stringValue())
          .isEqualTo("RetryAttemptsExhausted");
      assertThat(pointer.at("/DDBStreamBatchInfo/batchSize").intValue()).isEqualTo(1);
      assertThat(message.body()).doesNotContain("throw-b");
    }
  }

  @Test
  void latestSkipsWhatWasThereBefore() throws Exception {
    LocalCloudOptions persistent = options("TRIM_HORIZON").withData(folder.resolve("data"));
    try (LocalCloud cloud =
        LocalCloud.start(
            new LocalCloudOptions(template.with(""), 0, persistent.data(), false, Map.of()))) {
      put(cloud, "before", true);
    }
    options("LATEST");
    try (LocalCloud cloud = LocalCloud.start(persistent)) {
      put(cloud, "after", true);
      awaitRecords("after");
      assertThat(template.records()).containsExactly("after");
    }
  }

  @Test
  void aRestartGoesOnWhereItWasAndAFreshStartBeginsAnew() throws Exception {
    LocalCloudOptions persistent = options("TRIM_HORIZON").withData(folder.resolve("data"));
    try (LocalCloud cloud = LocalCloud.start(persistent)) {
      put(cloud, "1", true);
      put(cloud, "2", true);
      awaitRecords("1", "2");
    }
    try (LocalCloud cloud = LocalCloud.start(persistent)) {
      put(cloud, "3", true);
      awaitRecords("3");
      assertThat(template.records()).containsExactly("1", "2", "3");
    }
    try (LocalCloud cloud = LocalCloud.start(persistent.withFresh(true))) {
      put(cloud, "4", true);
      awaitRecords("4");
      assertThat(template.records()).containsExactly("1", "2", "3", "4");
    }
  }

  @Test
  void nothingIsLostWhenTheProcessIsKilledInTheMiddleOfTraffic() throws Exception {
    LocalCloudOptions persistent = options("TRIM_HORIZON").withData(folder.resolve("data"));
    Set<String> written = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      written.addAll(TrafficProcess.runAndKill(persistent, "round" + round, 60));
    }
    assertThat(written).hasSizeGreaterThanOrEqualTo(120);
    try (LocalCloud cloud = LocalCloud.start(persistent)) {
      put(cloud, "last", true);
      awaitRecords("last");
      assertThat(template.records()).containsAll(written);
    }
  }
}
