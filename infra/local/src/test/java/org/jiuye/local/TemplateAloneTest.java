package org.jiuye.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.local.schedule.Schedules.ScheduleState;
import org.jiuye.local.testing.FixtureTemplate;
import org.jiuye.template.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What stands in the template appears, and nothing else does. */
class TemplateAloneTest {

  private static final String GREETER =
      """
      Greeter:
        Type: AWS::Serverless::Function
        Properties:
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: greeter
              GREETING_WORD: welcome
          Events:
            Greet:
              Type: HttpApi
              Properties: {ApiId: !Ref Api, Method: GET, Path: /greeting, Auth: {Authorizer: NONE}}
      """;
  private static final String RECORDER =
      """
      Orders:
        Type: AWS::SQS::Queue
      Recorder:
        Type: AWS::Serverless::Function
        Properties:
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: recorder
              RECORD_FILE: RECORDS
          Events:
            Orders:
              Type: SQS
              Properties:
                Queue: !GetAtt Orders.Arn
                FunctionResponseTypes: [ReportBatchItemFailures]
            Nightly:
              Type: ScheduleV2
              Properties:
                Name: !Sub '${AWS::StackName}-nightly-count'
                ScheduleExpression: cron(0 22 * * ? *)
                ScheduleExpressionTimezone: Asia/Shanghai
                Input: '{"schedule": "nightly-count"}'
      """;
  private static final String READER =
      """
      Reader:
        Type: AWS::Serverless::Function
        Properties:
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: reader
              TABLE_NAME: !Ref Table
          Policies:
            - Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: !GetAtt Table.Arn
                  Condition:
                    ForAllValues:StringLike:
                      dynamodb:LeadingKeys: ['OWN#*']
                    'Null':
                      dynamodb:LeadingKeys: 'false'
      """;
  private static final String PROPERTY =
      """
      Property:
        Type: AWS::Serverless::Function
        Properties:
          Environment:
            Variables:
              SPRING_CLOUD_FUNCTION_DEFINITION: property
              COLOUR: red
      """;

  @TempDir private Path folder;
  private FixtureTemplate template;

  @BeforeEach
  void layOut() {
    template = new FixtureTemplate(folder);
  }

  private LocalCloud start(String resources) throws Exception {
    return LocalCloud.start(LocalCloudOptions.inMemory(template.with(resources)));
  }

  private static HttpResponse<String> get(LocalCloud cloud, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(cloud.address() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String invoke(LocalCloud cloud, String function, String event) {
    Invocation invocation = cloud.functions().of(function).invoke(event.getBytes(UTF_8));
    return new String(((Invocation.Succeeded) invocation).payload(), UTF_8);
  }

  @Test
  void aFunctionARouteAQueueAScheduleAndVariablesAppear() throws Exception {
    try (LocalCloud cloud = start(GREETER)) {
      assertThat(get(cloud, "/greeting").body()).isEqualTo("welcome");
      assertThat(cloud.template().queues()).isEmpty();
      assertThat(cloud.schedules().list()).isEmpty();
    }
    try (LocalCloud cloud = start(GREETER.replace("welcome", "goodbye") + RECORDER)) {
      assertThat(get(cloud, "/greeting").body()).isEqualTo("goodbye");
      assertThat(cloud.functions().all()).hasSize(2);

      Queue orders = cloud.template().queues().getFirst();
      cloud
          .emulatedCloud()
          .sqs()
          .sendMessage(message -> message.queueUrl(orders.url()).messageBody("order 1"));
      await().untilAsserted(() -> assertThat(template.records()).containsExactly("order 1"));

      assertThat(cloud.schedules().list())
          .extracting(ScheduleState::name)
          .containsExactly("jiuye-nightly-count");
      assertThat(cloud.schedules().run("nightly-count").succeeded()).isTrue();
      assertThat(template.records()).contains("{\"schedule\": \"nightly-count\"}");
    }
  }

  @Test
  void aVariableThatTheTemplateDoesNotGiveIsMissing() throws Exception {
    System.setProperty("SHAPE", "round");
    try (LocalCloud cloud = start(PROPERTY)) {
      assertThat(invoke(cloud, "Property", "COLOUR")).isEqualTo("red");
      assertThat(invoke(cloud, "Property", "AWS_LAMBDA_FUNCTION_NAME")).isEqualTo("jiuye-Property");
      assertThat(invoke(cloud, "Property", "SHAPE")).isEqualTo("missing");
      assertThat(invoke(cloud, "Property", "PATH")).isEqualTo("missing");
    } finally {
      System.clearProperty("SHAPE");
    }
  }

  @Test
  void aTableAccessThatTheRoleDoesNotAllowIsRefused() throws Exception {
    try (LocalCloud cloud = start(READER)) {
      String table = cloud.template().tables().getFirst().name();
      for (String owner : new String[] {"OWN#1", "OTHER#1"}) {
        cloud
            .emulatedCloud()
            .dynamoDb()
            .putItem(
                put ->
                    put.tableName(table)
                        .item(
                            Map.of(
                                "pk", AttributeValue.fromS(owner),
                                "sk", AttributeValue.fromS("ITEM"))));
      }
      assertThat(invoke(cloud, "Reader", "OWN#1")).isEqualTo("found");
      assertThat(invoke(cloud, "Reader", "OTHER#1")).isEqualTo("AccessDeniedException");
    }
  }

  @Test
  void twoCloudsRunAtOnceAndKeepApart() throws Exception {
    try (LocalCloud first = start(PROPERTY);
        LocalCloud second = start(PROPERTY.replace("red", "blue"))) {
      assertThat(first.port()).isNotEqualTo(second.port());
      assertThat(invoke(first, "Property", "COLOUR")).isEqualTo("red");
      assertThat(invoke(second, "Property", "COLOUR")).isEqualTo("blue");
    }
  }

  @Test
  void aDataFolderServesOneCloudOnly() throws Exception {
    LocalCloudOptions options =
        LocalCloudOptions.inMemory(template.with(PROPERTY)).withData(folder.resolve("data"));
    try (LocalCloud cloud = LocalCloud.start(options)) {
      assertThat(cloud.port()).isPositive();
      assertThatThrownBy(() -> LocalCloud.start(options))
          .hasMessageContaining("Another local cloud runs on");
      assertThatThrownBy(
              () ->
                  LocalCloud.start(
                      LocalCloudOptions.inMemory(options.template()).withPort(cloud.port())))
          .hasMessageContaining("is taken");
    }
  }
}
