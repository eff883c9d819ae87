package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that would make a template mean something else is passed over in silence. */
class RefusalTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Events: {E: {Type: S3}} | is an event that is not supported: S3",
        "Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, Colour: red}}}"
            + "| F: event E: the property Colour is not supported",
        "Events: {E: {Type: SQS, Properties: {Queue: 'arn:other'}}}"
            + "| No queue of this template has the ARN arn:other",
        "Timeout: 60, Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}}"
            + "| The queue's VisibilityTimeout is shorter",
        "Events: {E: {Type: SQS, Properties: {Queue: q, FunctionResponseTypes: [Other]}}}"
            + "| FunctionResponseTypes may name ReportBatchItemFailures only",
        "Events: {E: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn,"
            + " StartingPosition: LATEST}}} | No table of this template has the stream",
        "Events: {E: {Type: HttpApi, Properties: {ApiId: other, Method: GET, Path: /}}}"
            + "| ApiId must be a !Ref to an HTTP API",
        "Events: {E: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: /}}}"
            + "| The API has no authorizer: the route is public",
        "Events: {E: {Type: ScheduleV2, Properties: {ScheduleExpression: daily, Input: '{}'}}}"
            + "| needs an expression",
        "Events: {E: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}}"
            + "| Input is missing",
        "Events: {E: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day), Input: now}}}"
            + "| Input must be JSON",
        "Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day), Input: ''}}}"
            + "| Input must be JSON",
        "EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: SQS}}}"
            + "| F: EventInvokeConfig: DestinationConfig: the property OnSuccess is not supported",
        "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SNS, Destination: 'arn:x'}}}"
            + "| Type must be SQS",
        "EventInvokeConfig: {DestinationConfig: {OnFailure: {Destination: !GetAtt Queue.Arn}}}"
            + "| Type is missing",
        "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}} | Destination is missing",
        "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: 'arn:x'}}}"
            + "| No queue of this template has the ARN arn:x",
        "EventInvokeConfig: {MaximumRetryAttempts: 3} | MaximumRetryAttempts must be from 0 to 2",
        "EventInvokeConfig: {MaximumEventAgeInSeconds: 59}"
            + "| MaximumEventAgeInSeconds must be from 60 to 21600",
        "EventInvokeConfig: {MaximumEventAgeInSeconds: 21601}"
            + "| MaximumEventAgeInSeconds must be from 60 to 21600",
        "EventInvokeConfig: {Qualifier: live} | the property Qualifier is not supported",
        "Policies: [AmazonDynamoDBFullAccess] | Only policies with a Statement are supported",
        "Policies: [{SQSSendMessagePolicy: {QueueName: q}}] | Only policies with a Statement",
        "Policies: [{Statement: {Effect: Allow, NotAction: 'a:b', Resource: '*'}}]"
            + "| the property NotAction is not supported",
        "Policies: [{Statement: {Effect: Perhaps, Action: 'a:b', Resource: '*'}}]"
            + "| Effect must be Allow or Deny",
        "Policies: [{Statement: {Effect: Allow, Action: 'a:b'}}] | Resource is missing",
        "Policies: [{Statement: {Effect: Allow, Action: 'a:b', Resource: '*',"
            + " Condition: {NumericEquals: {x: 1}}}}]"
            + "| The condition operator NumericEquals is not supported",
        "Policies: [{Statement: {Effect: Allow, Action: 'a:b', Resource: '*',"
            + " Condition: {StringEquals: {'aws:SourceIp': x}}}}]"
            + "| the property aws:SourceIp is not supported",
        "Policies: [{Statement: {Effect: Allow, Action: 'a:b', Resource: '${aws:userid}'}}]"
            + "| Resource has a policy variable",
        "Layers: [x] | F: the property Layers is not supported",
        "Environment: {Variables: {A: '{{resolve:ssm:x}}'}}"
            + "| The variable A holds a dynamic reference",
        "Environment: {Variables: {A: '{{resolve:secretsmanager:x}}'}}"
            + "| The variable A holds a dynamic reference",
        "Environment: {Variables: {A: [x]}} | The variable A must be a single value",
        "Timeout: soon | Timeout must be a whole number",
      })
  void whatWouldChangeAFunctionIsRefusedWithItsLine(String properties, String reason) {
    assertThatThrownBy(() -> TemplateText.read(folder, TemplateText.function(properties)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(folder + "/template.yaml:14: ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Type: AWS::S3::Bucket | R: the type AWS::S3::Bucket is not supported",
        "Type: AWS::SQS::Queue, Properties: {FifoQueue: true} | FifoQueue is not supported",
        "Type: AWS::SQS::Queue, DependsOn: Nobody | DependsOn names no resource: Nobody",
        "Type: AWS::SQS::Queue, CreationPolicy: {} | the property CreationPolicy",
        "Type: AWS::SQS::Queue, Properties: {RedrivePolicy:"
            + " {deadLetterTargetArn: x, maxReceiveCount: 1}} | No queue of this template",
        "Type: AWS::SecretsManager::Secret | the type AWS::SecretsManager::Secret is not supported",
        "Type: AWS::Lambda::Permission, Properties: {Action: 'lambda:*'} | Action must be",
        "Type: AWS::DynamoDB::Table, Properties: {KeySchema:"
            + " [{AttributeName: pk, KeyType: HASH}]} | is not among the AttributeDefinitions",
        "Type: AWS::Serverless::HttpApi, Properties: {StageName: prod} | StageName must be"
            + " $default",
        "Type: AWS::Serverless::HttpApi, Properties: {Auth: {DefaultAuthorizer: A, Authorizers:"
            + " {A: {IdentitySource: $request.querystring.t}}}} | IdentitySource must be",
        "Type: AWS::SQS::Queue, Properties: | A value is missing",
        "Type: AWS::SQS::Queue, Type: AWS::SQS::Queue | /Resources/R/Type stands here a second"
            + " time",
      })
  void whatIsNotUnderstoodOfAResourceIsRefusedWithItsLine(String resource, String reason) {
    assertThatThrownBy(() -> TemplateText.read(folder, "Resources:\n  R: {" + resource + "}\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("template.yaml:3: ")
        .hasMessageContaining(reason);
  }

  @Test
  void aRouteLeadsToOneFunction() {
    String event =
        "{Type: HttpApi, Properties:"
            + " {ApiId: !Ref Api, Method: GET, Path: /, Auth: {Authorizer: NONE}}}";

    assertThatThrownBy(
            () ->
                TemplateText.read(
                    folder,
                    TemplateText.function("Events: {A: %s, B: %s}".formatted(event, event))))
        .hasMessageContaining("The route GET / leads to two functions");
  }

  @Test
  void brokenYamlIsRefusedWithItsLine() {
    assertThatThrownBy(() -> TemplateText.read(folder, "Resources:\n  R: [\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("template.yaml:4: ");
  }

  @Test
  void whatOnlyTheCloudHasPasses() {
    String text =
        """
        Resources:
          Group: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 180}}
          Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/SQS}}
        """;

    assertThat(TemplateText.read(folder, text).document().mapping("Resources").entries())
        .containsKeys("Group", "Alarm");
  }

  @Test
  void aDisabledScheduleDoesNotRun() {
    String text =
        TemplateText.function(
            "Events: {E: {Type: ScheduleV2, Properties:"
                + " {ScheduleExpression: rate(1 day), Input: '{}', State: DISABLED}},"
                + " R: {Type: Schedule, Properties: {Schedule: rate(1 day), Input: '{}'}}}");

    assertThat(TemplateText.read(folder, text).function("F").schedules())
        .extracting(LambdaFunction.Schedule::name)
        .containsExactly("FR");
  }
}
