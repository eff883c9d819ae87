package org.jiuye.checks.template;

import java.util.Map;
import java.util.stream.Collectors;
import org.jiuye.checks.Repository;
import org.jiuye.template.LambdaFunction;

/**
 * A small template that keeps every rule: one function, with what leads to it. It borrows the code
 * of the first function that the real template leads a queue to.
 */
final class SmallTemplate {
  private static final LambdaFunction BORROWED =
      Repository.template().functions().stream()
          .filter(function -> !function.queueSources().isEmpty())
          .findFirst()
          .orElseThrow();

  private SmallTemplate() {}

  /** A variable that the function reads. */
  static String variable() {
    return BORROWED.environment().keySet().stream()
        .filter(name -> name.matches("[A-Z_]*(TABLE|QUEUE)[A-Z_]*"))
        .findFirst()
        .orElseThrow();
  }

  static String definition() {
    return BORROWED.environment().getOrDefault("SPRING_CLOUD_FUNCTION_DEFINITION", "");
  }

  /** A key prefix of the function's capability. */
  static String ownKeys() {
    return BORROWED.statements().stream()
        .flatMap(
            statement ->
                statement.conditions().values().stream()
                    .flatMap(keys -> keys.values().stream())
                    .flatMap(values -> values.stream()))
        .filter(key -> key.matches("[A-Z]+#\\*"))
        .findFirst()
        .orElseThrow();
  }

  /** The file of a nested stack; another is just like it. */
  static final String CHILD = "one.yaml";

  /** The texts of all templates by their files. */
  static Map<String, String> files() {
    return Map.of("template.yaml", text(), CHILD, child(), "two.yaml", child());
  }

  private static String child() {
    return """
    Transform: AWS::Serverless-2016-10-31
    Globals:
      Function: {Timeout: 20}
    Resources:
      Topic: {Type: AWS::SNS::Topic}
    """;
  }

  static String text() {
    return """
    Transform: AWS::Serverless-2016-10-31
    Parameters:
      JwtIssuer: {Type: String, AllowedPattern: 'https://.+'}
      JwtAudience: {Type: String}
      AllowedOrigins: {Type: CommaDelimitedList}
      Colour: {Type: String, Default: green}
    Resources:
      One:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: one.yaml}
      Two:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: two.yaml}
      Table:
        Type: AWS::DynamoDB::Table
        DeletionPolicy: RetainExceptOnCreate
        UpdateReplacePolicy: Retain
        Properties:
          DeletionProtectionEnabled: false
          AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
          KeySchema: [{AttributeName: pk, KeyType: HASH}]
          StreamSpecification: {StreamViewType: NEW_IMAGE}
      Api:
        Type: AWS::Serverless::HttpApi
        Properties:
          FailOnWarnings: true
          Auth:
            DefaultAuthorizer: Jwt
            Authorizers:
              Jwt:
                IdentitySource: $request.header.Authorization
                JwtConfiguration: {issuer: !Ref JwtIssuer, audience: [!Ref JwtAudience]}
          AccessLogSettings:
            Format: $context.requestTime $context.identity.sourceIp $context.identity.userAgent
      OpenApi:
        Type: AWS::Serverless::HttpApi
        Properties:
          FailOnWarnings: true
          DefinitionBody: {openapi: 3.0.1, paths: {}}
          AccessLogSettings:
            Format: $context.requestTime $context.identity.sourceIp $context.identity.userAgent
      Function:
        Type: AWS::Serverless::Function
        Metadata: {SkipBuild: true}
        Properties:
          CodeUri: %s
          Handler: h
          Runtime: java25
          Timeout: 30
          LoggingConfig: {LogGroup: !Ref FunctionLogs}
          Environment:
            Variables:
    %s
          Policies:
            - Statement:
                - Sid: OwnData
                  Effect: Allow
                  Action: [dynamodb:PutItem]
                  Resource: !GetAtt Table.Arn
                  Condition:
                    ForAllValues:StringLike: {dynamodb:LeadingKeys: ['%s']}
                    'Null': {dynamodb:LeadingKeys: 'false'}
          Events:
            Route:
              Type: HttpApi
              Properties: {ApiId: !Ref Api, Method: GET, Path: /things}
            Messages:
              Type: SQS
              Properties:
                Queue: !GetAtt Queue.Arn
                FunctionResponseTypes: [ReportBatchItemFailures]
            Changes:
              Type: DynamoDB
              Properties:
                Stream: !GetAtt Table.StreamArn
                StartingPosition: LATEST
                FunctionResponseTypes: [ReportBatchItemFailures]
            Daily:
              Type: ScheduleV2
              Properties:
                OmitName: true
                RoleArn: !GetAtt Scheduler.Arn
                ScheduleExpression: rate(1 day)
                Input: '{}'
                DeadLetterConfig: {Arn: !GetAtt DeadLetters.Arn}
            Hourly:
              Type: ScheduleV2
              Properties:
                OmitName: true
                RoleArn: !GetAtt Scheduler.Arn
                ScheduleExpression: rate(1 hour)
                Input: '{}'
      Scheduler:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: {Effect: Allow, Principal: {Service: scheduler.amazonaws.com}, Action: sts:AssumeRole}
          Policies:
            - PolicyName: Schedules
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Function.Arn}
                  - {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt DeadLetters.Arn}
      FunctionLogs:
        Type: AWS::Logs::LogGroup
        Properties: {RetentionInDays: 30}
      Queue:
        Type: AWS::SQS::Queue
        Properties:
          VisibilityTimeout: 180
          RedrivePolicy: {deadLetterTargetArn: !GetAtt DeadLetters.Arn, maxReceiveCount: 5}
      DeadLetters:
        Type: AWS::SQS::Queue
      Alarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          Namespace: AWS/SQS
          MetricName: ApproximateNumberOfMessagesVisible
          Dimensions: [{Name: QueueName, Value: !GetAtt DeadLetters.QueueName}]
          Threshold: 0
          ComparisonOperator: GreaterThanThreshold
          AlarmActions: [!Ref Called]
    %s  Called:
        Type: AWS::SNS::Topic
    """
        .formatted(
            BORROWED.codeUri(),
            variables(),
            ownKeys(),
            alarm(
                    "AWS/SQS",
                    "ApproximateAgeOfOldestMessage",
                    "QueueName",
                    "!GetAtt Queue.QueueName")
                + alarm("AWS/Lambda", "Errors", "FunctionName", "!Ref Function")
                + alarm("AWS/Lambda", "Throttles", "FunctionName", "!Ref Function")
                + alarm("AWS/Lambda", "IteratorAge", "FunctionName", "!Ref Function")
                + alarm("AWS/ApiGateway", "5xx", "ApiId", "!Ref Api")
                + alarm("AWS/ApiGateway", "5xx", "ApiId", "!Ref OpenApi"));
  }

  private static String alarm(String namespace, String metric, String dimension, String value) {
    return """
      %s:
        Type: AWS::CloudWatch::Alarm
        Properties:
          Namespace: %s
          MetricName: %s
          Dimensions: [{Name: %s, Value: %s}]
          AlarmActions: [!Ref Called]
    """
        .formatted(
            "On" + (metric + value).replaceAll("[^A-Za-z0-9]", ""),
            namespace,
            metric,
            dimension,
            value);
  }

  private static String variables() {
    return BORROWED.environment().entrySet().stream()
        .map(variable -> "          %s: '%s'".formatted(variable.getKey(), variable.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
