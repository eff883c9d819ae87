package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealTemplateTest {

  private static final Path TEMPLATE = Path.of("../../template.yaml");
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "JwtIssuer", "http://127.0.0.1:1/issuer",
          "JwtAudience", "jiuye",
          "AllowedOrigins", "https://a.example,https://b.example");
  private static final String ACCOUNT = "cn-north-1:000000000000";

  private final CloudTemplate template =
      TemplateReader.read(TEMPLATE, PARAMETERS, LocalNames.notRunning());

  @Test
  void theTableHasItsKeysStreamAndTimeToLive() {
    assertThat(template.tables())
        .containsExactly(
            new Table(
                "Table",
                "jiuye-Table",
                "arn:aws-cn:dynamodb:" + ACCOUNT + ":table/jiuye-Table",
                "pk",
                Optional.of("sk"),
                Map.of("pk", "S", "sk", "S"),
                List.of(),
                Optional.of("NEW_AND_OLD_IMAGES"),
                Optional.of("expiresAt")));
  }

  @Test
  void everyFunctionHasWhatGlobalsAndItsOwnPropertiesSay() {
    LambdaFunction function = template.function("StallBookingHttpFunction");

    assertThat(function.name()).isEqualTo("jiuye-StallBookingHttpFunction");
    assertThat(function.runtime()).isEqualTo("java25");
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(function.memorySize()).isEqualTo(1024);
    assertThat(function.reservedConcurrency()).isEmpty();
    assertThat(function.codeUri())
        .isAbsolute()
        .endsWithRaw(Path.of("functions/stall-booking/target/package"));
    assertThat(function.environment())
        .containsKey("JAVA_TOOL_OPTIONS")
        .containsEntry("TABLE_NAME", "jiuye-Table")
        .containsEntry(
            "IDEMPOTENCY_KEY_ARN", "arn:aws-cn:kms:" + ACCOUNT + ":key/jiuye-idempotencykey");
    assertThat(template.functions()).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void routesAndGuardsAreTheContracts() {
    LambdaFunction function = template.function("StallBookingHttpFunction");

    assertThat(function.routes())
        .contains(route("GET /sites/{siteId}", true), route("POST /stall-bookings", false));
    assertThat(template.apis().getFirst().authorizer())
        .contains(new HttpApi.JwtAuthorizer("Jwt", "http://127.0.0.1:1/issuer", List.of("jiuye")));
    assertThat(template.functions().stream().flatMap(each -> each.routes().stream()))
        .as("may be served")
        .allMatch(LambdaFunction.Route::isPermitted);
    assertThat(template.apis().getFirst().cors().orElseThrow().allowOrigins())
        .containsExactly("https://a.example", "https://b.example");
    assertThat(template.apis().getFirst().throttling()).contains(new HttpApi.Throttling(200, 400));
  }

  private static LambdaFunction.Route route(String routeKey, boolean isPublic) {
    return new LambdaFunction.Route(routeKey, "Api", routeKey, isPublic, true);
  }

  @Test
  void theRelayReadsTheFilteredStreamAndParksWhatItCanNotRead() {
    LambdaFunction.StreamSource source =
        template.function("EventRelayFunction").streamSources().getFirst();

    assertThat(source.streamArn()).startsWith(template.tables().getFirst().arn() + "/stream/");
    assertThat(source.maximumRecordAge()).contains(Duration.ofDays(1));
    assertThat(source.bisectsBatchOnError()).isTrue();
    assertThat(source.filterPatterns()).hasSize(1);
    assertThat(source.onFailureArn())
        .contains("arn:aws-cn:sqs:" + ACCOUNT + ":jiuye-EventRelayParkingQueue");
  }

  @Test
  void schedulesKeepTheirTimeZoneAndInput() {
    LambdaFunction.Schedule schedule =
        template.function("StallBookingScheduleFunction").schedules().getFirst();

    assertThat(schedule.name()).isEqualTo("StallBookingScheduleFunctionAnnounceSessions");
    assertThat(schedule.timeZone()).isEqualTo("Asia/Shanghai");
    assertThat(schedule.input()).contains("<aws.scheduler.scheduled-time>");
    assertThat(schedule.maximumRetryAttempts()).isEqualTo(10);
  }

  @Test
  void aRunThatTheFunctionFailsEndsWhereOneEndsThatCouldNotBeHandedOver() {
    LambdaFunction function = template.function("StallBookingScheduleFunction");

    assertThat(function.asyncInvocation())
        .isEqualTo(
            new LambdaFunction.AsyncInvocation(
                2,
                Duration.ofHours(6),
                Optional.of(
                    "arn:aws-cn:sqs:" + ACCOUNT + ":jiuye-StallBookingScheduleDeadLetterQueue")));
    assertThat(function.schedules())
        .extracting(LambdaFunction.Schedule::deadLetterArn)
        .containsOnly(function.asyncInvocation().onFailureArn());
  }

  @Test
  void queuesKnowTheirDeadLetterQueue() {
    Queue queue =
        template.queues().stream()
            .filter(each -> each.logicalId().equals("CaseworkerNotificationEventQueue"))
            .findFirst()
            .orElseThrow();

    assertThat(queue.visibilityTimeout()).isEqualTo(Duration.ofMinutes(3));
    assertThat(queue.redrive())
        .contains(
            new Queue.Redrive(
                "arn:aws-cn:sqs:" + ACCOUNT + ":jiuye-CaseworkerNotificationEventDeadLetterQueue",
                5));
    assertThat(queue.url()).endsWith("/000000000000/jiuye-CaseworkerNotificationEventQueue");
  }

  @Test
  void statementsKeepTheirConditions() {
    assertThat(template.function("CaseworkerNotificationHttpFunction").statements())
        .contains(
            new PolicyStatement(
                "Accounts",
                "Allow",
                List.of("dynamodb:GetItem"),
                List.of(template.tables().getFirst().arn()),
                Map.of(
                    "ForAllValues:StringLike",
                    Map.of("dynamodb:LeadingKeys", List.of("ACCOUNT#*")),
                    "Null",
                    Map.of("dynamodb:LeadingKeys", List.of("false")))));
  }

  @Test
  void theEvaluatedDocumentStaysReachable() {
    TemplateNode.Mapping alarm =
        Objects.requireNonNull(template.resources().get("EventRelayParkingAlarm"));

    assertThat(alarm.toPlain().toString())
        .contains(
            "jiuye-EventRelayParkingQueue", "arn:aws-cn:sns:" + ACCOUNT + ":jiuye-AlarmTopic");
  }

  @Test
  void aParameterWithoutValueIsNamed() {
    assertThatThrownBy(
            () ->
                TemplateReader.read(
                    TEMPLATE, Map.of("JwtIssuer", "https://x"), LocalNames.notRunning()))
        .isInstanceOf(TemplateException.class)
        .hasMessageMatching(".*template.yaml:[0-9]+: Parameter JwtAudience has no value.*");
  }
}
