package org.jiuye.template;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names on one machine: {@code <stack>-<logical id>}, in an account of zeros.
 *
 * @param stackName {@code AWS::StackName}
 * @param partition {@code AWS::Partition}
 * @param region {@code AWS::Region}
 * @param queueEndpoint where queues' URLs begin
 * @param apiEndpoint where HTTP APIs are served
 * @param streamArns tables' streams by the table's name, as far as they are known; a stream's label
 *     is made when its table is
 * @param made names that a cloud has made, by the resource's logical id; the others have the
 *     stack's
 */
public record LocalNames(
    String stackName,
    String partition,
    String region,
    URI queueEndpoint,
    URI apiEndpoint,
    Map<String, String> streamArns,
    Map<String, String> made)
    implements PhysicalNames {

  /** The account that everything on one machine belongs to. */
  public static final String ACCOUNT_ID = "000000000000";

  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

  /** Names for whoever reads a template without running it. */
  public static LocalNames notRunning() {
    return running(NOWHERE, NOWHERE);
  }

  /** Names of what runs on this machine. */
  public static LocalNames running(URI queueEndpoint, URI apiEndpoint) {
    return new LocalNames(
        "jiuye", "aws-cn", "cn-north-1", queueEndpoint, apiEndpoint, Map.of(), Map.of());
  }

  /** The same with streams that are now known. */
  public LocalNames withStreamArns(Map<String, String> arns) {
    return new LocalNames(stackName, partition, region, queueEndpoint, apiEndpoint, arns, made);
  }

  @Override
  public Optional<String> pseudoParameter(String name) {
    return switch (name) {
      case "AWS::Region" -> Optional.of(region);
      case "AWS::Partition" -> Optional.of(partition);
      case "AWS::AccountId" -> Optional.of(ACCOUNT_ID);
      case "AWS::StackName" -> Optional.of(stackName);
      case "AWS::StackId" -> Optional.of(arn("cloudformation", "stack/" + stackName + "/0"));
      case "AWS::URLSuffix" ->
          Optional.of(partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com");
      default -> Optional.empty();
    };
  }

  @Override
  public String reference(Resource resource) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> queueEndpoint + "/" + ACCOUNT_ID + "/" + name(resource);
      case "AWS::SNS::Topic" -> arn("sns", name(resource));
      case "AWS::CloudFormation::Stack" -> arn("cloudformation", "stack/" + name(resource) + "/0");
      default -> name(resource);
    };
  }

  @Override
  public Optional<String> attribute(Resource resource, String attribute) {
    String name = name(resource);
    return Optional.ofNullable(
        switch (resource.type() + "." + attribute) {
          case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/" + name);
          case "AWS::DynamoDB::Table.StreamArn" ->
              streamArns.getOrDefault(name, arn("dynamodb", "table/" + name + "/stream/unknown"));
          case "AWS::SQS::Queue.Arn" -> arn("sqs", name);
          case "AWS::SQS::Queue.QueueName" -> name;
          case "AWS::SQS::Queue.QueueUrl" -> reference(resource);
          case "AWS::Serverless::HttpApi.ApiEndpoint" -> apiEndpoint.toString();
          case "AWS::Serverless::HttpApi.ApiId" -> name;
          case "AWS::Serverless::Function.Arn" -> arn("lambda", "function:" + name);
          case "AWS::Logs::LogGroup.Arn" -> arn("logs", "log-group:" + name + ":*");
          case "AWS::CloudWatch::Alarm.Arn" -> arn("cloudwatch", "alarm:" + name);
          case "AWS::SNS::Topic.TopicArn" -> reference(resource);
          case "AWS::SNS::Topic.TopicName" -> name;
          case "AWS::IAM::Role.Arn" -> iamArn("role/" + name);
          case "AWS::KMS::Key.Arn" -> arn("kms", "key/" + name.toLowerCase(Locale.ROOT));
          default -> null;
        });
  }

  private String name(Resource resource) {
    return Optional.ofNullable(made.get(resource.logicalId()))
        .or(resource::declaredName)
        .orElseGet(() -> stackName + "-" + resource.logicalId());
  }

  private String iamArn(String resource) {
    return "arn:%s:iam::%s:%s".formatted(partition, ACCOUNT_ID, resource);
  }

  private String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, ACCOUNT_ID, resource);
  }
}
