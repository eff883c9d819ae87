package org.jiuye.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jiuye.local.testing.FixtureTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues call functions as SQS and Lambda do. */
class QueueSourceTest {

  private static final String RESOURCES =
      """
      Orders:
        Type: AWS::SQS::Queue
        Properties:
          VisibilityTimeout: 1
          RedrivePolicy:
            deadLetterTargetArn: !GetAtt DeadOrders.Arn
            maxReceiveCount: 2
      DeadOrders:
        Type: AWS::SQS::Queue
      Recorder:
        Type: AWS::Serverless::Function
        Properties:
          Timeout: 1
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: recorder
              RECORD_FILE: RECORDS
          Events:
            Orders:
              Type: SQS
              Properties:
                Queue: !GetAtt Orders.Arn
                BatchSize: 10
                FunctionResponseTypes: [ReportBatchItemFailures]
                FilterCriteria: FILTER
      """;

  private final FixtureTemplate template;

  QueueSourceTest(@TempDir Path folder) {
    template = new FixtureTemplate(folder);
  }

  private LocalCloud start(String filter) throws Exception {
    return LocalCloud.start(
        LocalCloudOptions.inMemory(template.with(RESOURCES.replace("FILTER", filter))));
  }

  private static String url(LocalCloud cloud, String logicalId) {
    return cloud.template().queues().stream()
        .filter(queue -> queue.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow()
        .url();
  }

  private static void send(LocalCloud cloud, String... bodies) {
    SqsClient sqs = cloud.emulatedCloud().sqs();
    for (String body : bodies) {
      sqs.sendMessage(message -> message.queueUrl(url(cloud, "Orders")).messageBody(body));
    }
  }

  private static List<String> received(LocalCloud cloud, String queue) {
    return cloud
        .emulatedCloud()
        .sqs()
        .receiveMessage(receive -> receive.queueUrl(url(cloud, queue)).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private static void awaitEmpty(LocalCloud cloud) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        cloud
                            .emulatedCloud()
                            .sqs()
                            .getQueueAttributes(
                                get ->
                                    get.queueUrl(url(cloud, "Orders"))
                                        .attributeNames(QueueAttributeName.ALL))
                            .attributesAsStrings())
                    .containsEntry("ApproximateNumberOfMessages", "0")
                    .containsEntry("ApproximateNumberOfMessagesNotVisible", "0"));
  }

  @Test
  void onlyTheMessagesThatFailedComeAgainAndEndInTheDeadLetterQueue() throws Exception {
    try (LocalCloud cloud = start("{Filters: []}")) {
      send(cloud, "good 1", "fail 2", "good 3", "once 4");
      awaitEmpty(cloud);
      assertThat(template.records())
          .containsExactlyInAnyOrder("good 1", "fail 2", "fail 2", "good 3", "once 4", "once 4");
      assertThat(received(cloud, "DeadOrders")).containsExactly("fail 2");
    }
  }

  @Test
  void aBatchThatThrowsComesAgainWhole() throws Exception {
    try (LocalCloud cloud = start("{Filters: []}")) {
      send(cloud, "throw 1");
      awaitEmpty(cloud);
      assertThat(template.records()).containsExactly("throw 1", "throw 1");
      assertThat(received(cloud, "DeadOrders")).containsExactly("throw 1");
    }
  }

  @Test
  void whatNoFilterWantsIsDeletedUnseen() throws Exception {
    try (LocalCloud cloud =
        start("{Filters: [{Pattern: '{\"body\": {\"kind\": [\"wanted\"]}}'}]}")) {
      send(cloud, "{\"kind\": \"other\"}", "{\"kind\": \"wanted\"}", "plain text");
      awaitEmpty(cloud);
      assertThat(template.records()).containsExactly("{\"kind\": \"wanted\"}");
      assertThat(received(cloud, "DeadOrders")).isEmpty();
    }
  }
}
