package org.jiuye.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.local.schedule.Schedules.ScheduleState;
import org.jiuye.local.testing.FixtureTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schedules fire on the county's clock. */
class SchedulesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RESOURCES =
      """
      DeadRuns:
        Type: AWS::SQS::Queue
      FailedRuns:
        Type: AWS::SQS::Queue
      Recorder:
        Type: AWS::Serverless::Function
        Properties:
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: recorder
              RECORD_FILE: RECORDS
          EventInvokeConfig:
            MaximumRetryAttempts: 1
            DestinationConfig:
              OnFailure: {Type: SQS, Destination: !GetAtt FailedRuns.Arn}
          Events:
            Nightly:
              Type: ScheduleV2
              Properties:
                Name: !Sub '${AWS::StackName}-nightly-count'
                ScheduleExpression: cron(0 22 * * ? *)
                ScheduleExpressionTimezone: Asia/Shanghai
                Input: '{"run": "WORD", "at": "<aws.scheduler.scheduled-time>"}'
                RetryPolicy: {MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 60}
                DeadLetterConfig: {Arn: !GetAtt DeadRuns.Arn}
      """;

  private final FixtureTemplate template;

  SchedulesTest(@TempDir Path folder) {
    template = new FixtureTemplate(folder);
  }

  private LocalCloud start(String word) throws Exception {
    return LocalCloud.start(
        LocalCloudOptions.inMemory(template.with(RESOURCES.replace("WORD", word))));
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }

  private static ScheduleState nightly(LocalCloud cloud) {
    return cloud.schedules().list().getFirst();
  }

  @Test
  void aScheduleFiresWhenTheClockPassesItsTime() throws Exception {
    try (LocalCloud cloud = start("count")) {
      cloud.clock().set(at("2026-07-01T21:59:59+08:00"));
      assertThat(nightly(cloud).nextRun()).contains(at("2026-07-01T22:00:00+08:00"));
      await()
          .untilAsserted(
              () ->
                  assertThat(template.records())
                      .containsExactly("{\"run\": \"count\", \"at\": \"2026-07-01T14:00:00Z\"}"));
      assertThat(nightly(cloud).nextRun()).contains(at("2026-07-02T22:00:00+08:00"));
      assertThat(nightly(cloud).lastRun()).contains(at("2026-07-01T22:00:00+08:00"));
    }
  }

  @Test
  void aJumpOfTheClockSkipsWhatLiesBetween() throws Exception {
    try (LocalCloud cloud = start("count")) {
      cloud.clock().set(at("2026-07-01T21:00:00+08:00"));
      cloud.clock().set(at("2026-07-05T23:00:00+08:00"));
      assertThat(nightly(cloud).nextRun()).contains(at("2026-07-06T22:00:00+08:00"));
      cloud.clock().set(at("2026-07-01T12:00:00+08:00"));
      assertThat(nightly(cloud).nextRun()).contains(at("2026-07-01T22:00:00+08:00"));
      await().during(Duration.ofMillis(600)).until(() -> template.records().isEmpty());
    }
  }

  @Test
  void aScheduleIsRunByItsNameNow() throws Exception {
    try (LocalCloud cloud = start("count")) {
      for (String name : List.of("jiuye-nightly-count", "nightly-count", "Nightly")) {
        assertThat(cloud.schedules().run(name).succeeded()).isTrue();
      }
      assertThat(template.records()).hasSize(3);
      assertThatThrownBy(() -> cloud.schedules().run("count"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRunThatKeepsFailingIsTriedAgainAndReportedToTheFunctionsOnFailureDestination()
      throws Exception {
    try (LocalCloud cloud = start("throw")) {
      assertThat(cloud.schedules().run("nightly-count")).isInstanceOf(Invocation.Failed.class);
      cloud.clock().set(at("2026-07-01T21:59:59+08:00"));
      List<Message> failed =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(() -> received(cloud, "FailedRuns"), found -> !found.isEmpty());

      JsonNode record = JSON.readTree(failed.getFirst().body());
      assertThat(record.at("/requestContext/functionArn").stringValue())
          .isEqualTo(cloud.template().function("Recorder").arn() + ":$LATEST");
      assertThat(record.at("/requestContext/condition").stringValue())
          .isEqualTo("RetriesExhausted");
      assertThat(record.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(2);
      assertThat(record.get("requestPayload"))
          .isEqualTo(JSON.readTree("{\"run\": \"throw\", \"at\": \"2026-07-01T14:00:00Z\"}"));
      assertThat(record.at("/responsePayload/errorType").stringValue())
          .isEqualTo("java.lang.IllegalStateException");
      assertThat(failed.getFirst().body()).doesNotContain("as told");
      // By hand once, and twice by the clock.
      assertThat(template.records()).hasSize(3);
      assertThat(received(cloud, "DeadRuns")).isEmpty();
    }
  }

  private static List<Message> received(LocalCloud cloud, String queue) {
    return cloud
        .emulatedCloud()
        .sqs()
        .receiveMessage(receive -> receive.queueUrl(cloud.template().queue(queue).url()))
        .messages();
  }
}
