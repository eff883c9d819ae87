package org.jiuye.checks.template;

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

  static String text() {
    return """
    Transform: AWS::Serverless-2016-10-31
    Parameters:
      JwtIssuer: {Type: String}
      JwtAudience: {Type: String}
      Colour: {Type: String, Default: green}
    Resources:
      Table:
        Type: AWS::DynamoDB::Table
        Properties:
          AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
          KeySchema: [{AttributeName: pk, KeyType: HASH}]
      Api:
        Type: AWS::Serverless::HttpApi
        Properties:
          Auth:
            DefaultAuthorizer: Jwt
            Authorizers:
              Jwt:
                IdentitySource: $request.header.Authorization
                JwtConfiguration: {issuer: !Ref JwtIssuer, audience: [!Ref JwtAudience]}
      OpenApi:
        Type: AWS::Serverless::HttpApi
      Function:
        Type: AWS::Serverless::Function
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
    """
        .formatted(BORROWED.codeUri(), variables(), ownKeys());
  }

  private static String variables() {
    return BORROWED.environment().entrySet().stream()
        .map(variable -> "          %s: '%s'".formatted(variable.getKey(), variable.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
