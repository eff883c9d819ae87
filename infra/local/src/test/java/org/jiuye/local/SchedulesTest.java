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

/** Schedules fire on the county's clock. */
class SchedulesTest {

  private static final String RESOURCES =
      """
      DeadRuns:
        Type: AWS::SQS::Queue
      Recorder:
        Type: AWS::Serverless::Function
        Properties:
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: recorder
              RECORD_FILE: RECORDS
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
  void aRunThatKeepsFailingIsTriedAgainAndEndsInTheDeadLetterQueue() throws Exception {
    try (LocalCloud cloud = start("throw")) {
      assertThat(cloud.schedules().run("nightly-count")).isInstanceOf(Invocation.Failed.class);
      cloud.clock().set(at("2026-07-01T21:59:59+08:00"));
      Message message =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(
                  () ->
                      cloud
                          .emulatedCloud()
                          .sqs()
                          .receiveMessage(
                              receive ->
                                  receive
                                      .queueUrl(cloud.template().queues().getFirst().url())
                                      .messageAttributeNames("All"))
                          .messages(),
                  found -> !found.isEmpty())
              .getFirst();
      assertThat(message.body())
          .isEqualTo("{\"run\": \"throw\", \"at\": \"2026-07-01T14:00:00Z\"}");
      assertThat(message.messageAttributes())
          .hasEntrySatisfying(
              "RETRY_ATTEMPTS", retries -> assertThat(retries.stringValue()).isEqualTo("1"));
      assertThat(template.records()).hasSize(3);
    }
  }
}
