package org.jiuye.template;

import java.util.Optional;
import java.util.Set;

/** The types of resources: those that run here, and those that only mean something in the cloud. */
final class ResourceTypes {

  static final String TABLE = "AWS::DynamoDB::Table";
  static final String QUEUE = "AWS::SQS::Queue";
  static final String HTTP_API = "AWS::Serverless::HttpApi";
  static final String FUNCTION = "AWS::Serverless::Function";

  static final String STACK = "AWS::CloudFormation::Stack";
  static final String PERMISSION = "AWS::Lambda::Permission";
  static final String KMS_KEY = "AWS::KMS::Key";

  private static final Set<String> RUN_HERE =
      Set.of(TABLE, QUEUE, HTTP_API, FUNCTION, STACK, PERMISSION, KMS_KEY);

  /** Logs, watching and what services may do: nothing behaves otherwise without them. */
  private static final Set<String> CLOUD_ONLY =
      Set.of(
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::Logs::ResourcePolicy",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::SNS::Topic",
          "AWS::SNS::Subscription",
          "AWS::IAM::Role",
          "AWS::KMS::Alias");

  private ResourceTypes() {}

  static String of(TemplateNode.Mapping resource) {
    if (resource.required("Type") instanceof TemplateNode.Scalar type) {
      return type.text();
    }
    throw resource.position().refuse("Type must be a single value");
  }

  static void check(String logicalId, String type, Position position) {
    if (!RUN_HERE.contains(type) && !CLOUD_ONLY.contains(type)) {
      throw position.refuse(logicalId + ": the type " + type + " is not supported");
    }
  }

  /** The property that gives a resource its name instead of one made up. */
  static Optional<String> nameProperty(String type) {
    return Optional.ofNullable(
        switch (type) {
          case TABLE -> "TableName";
          case QUEUE -> "QueueName";
          case FUNCTION -> "FunctionName";
          case "AWS::Logs::LogGroup" -> "LogGroupName";
          case "AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm" -> "AlarmName";
          case "AWS::CloudWatch::Dashboard" -> "DashboardName";
          case "AWS::SNS::Topic" -> "TopicName";
          case "AWS::KMS::Alias" -> "AliasName";
          default -> null;
        });
  }
}
