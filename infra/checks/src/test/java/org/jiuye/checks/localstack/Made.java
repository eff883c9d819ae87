package org.jiuye.checks.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuye.shared.json.Json;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.Queue;
import org.jiuye.template.Table;
import org.jiuye.template.TemplateNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/** Compares what a cloud has made with what the template declares. */
final class Made {
  private final LocalStack localStack;

  Made(LocalStack localStack) {
    this.localStack = localStack;
  }

  void isAsDeclared(Table table) {
    try (DynamoDbClient client = localStack.client(DynamoDbClient.builder())) {
      TableDescription made =
          client.describeTable(describe -> describe.tableName(table.name())).table();
      assertThat(made.keySchema().stream().map(KeySchemaElement::attributeName))
          .containsExactlyElementsOf(
              Stream.concat(Stream.of(table.partitionKey()), table.sortKey().stream()).toList());
      assertThat(
              made.attributeDefinitions().stream()
                  .collect(
                      Collectors.toMap(
                          definition -> definition.attributeName(),
                          definition -> definition.attributeTypeAsString())))
          .isEqualTo(table.attributeTypes());
      assertThat(made.globalSecondaryIndexes().size() + made.localSecondaryIndexes().size())
          .isEqualTo(table.indexes().size());
      assertThat(made.streamSpecification().streamViewTypeAsString())
          .isEqualTo(table.streamViewType().orElse(null));
      assertThat(
              client
                  .describeTimeToLive(describe -> describe.tableName(table.name()))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo(table.timeToLiveAttribute().orElse(null));
    }
  }

  void isAsDeclared(Queue queue) {
    try (SqsClient client = localStack.client(SqsClient.builder())) {
      String url = client.getQueueUrl(get -> get.queueName(queue.name())).queueUrl();
      Map<QueueAttributeName, String> made =
          client
              .getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
              .attributes();
      assertThat(made)
          .containsEntry(QueueAttributeName.QUEUE_ARN, queue.arn())
          .containsEntry(
              QueueAttributeName.VISIBILITY_TIMEOUT,
              String.valueOf(queue.visibilityTimeout().toSeconds()))
          .containsEntry(
              QueueAttributeName.MESSAGE_RETENTION_PERIOD,
              String.valueOf(queue.messageRetention().toSeconds()))
          .containsEntry(
              QueueAttributeName.DELAY_SECONDS, String.valueOf(queue.delay().toSeconds()));
      JsonNode redrive =
          Json.MAPPER.readTree(made.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "{}"));
      assertThat(redrive.path("deadLetterTargetArn").asString(""))
          .isEqualTo(queue.redrive().map(Queue.Redrive::deadLetterQueueArn).orElse(""));
      assertThat(redrive.path("maxReceiveCount").asInt(0))
          .isEqualTo(queue.redrive().map(Queue.Redrive::maxReceiveCount).orElse(0));
    }
  }

  /**
   * A schedule invokes its function.
   *
   * @param name what the cloud calls it
   */
  void isAsDeclared(LambdaFunction function, String name, LambdaFunction.Schedule schedule) {
    JsonNode made = localStack.api().get("scheduler", "/schedules/" + name);
    assertThat(made.path("ScheduleExpression").asString("")).isEqualTo(schedule.expression());
    assertThat(made.path("ScheduleExpressionTimezone").asString("")).isEqualTo(schedule.timeZone());
    assertThat(made.path("State").asString("")).isEqualTo("ENABLED");
    JsonNode target = made.path("Target");
    assertThat(target.path("Arn").asString("")).isEqualTo(function.arn());
    assertThat(target.path("Input").asString("")).isEqualTo(schedule.input());
    JsonNode retries = target.path("RetryPolicy");
    assertThat(retries.path("MaximumRetryAttempts").asInt(-1))
        .isEqualTo(schedule.maximumRetryAttempts());
    assertThat(retries.path("MaximumEventAgeInSeconds").asLong(-1))
        .isEqualTo(schedule.maximumEventAge().toSeconds());
    assertThat(target.path("DeadLetterConfig").path("Arn").asString(""))
        .isEqualTo(schedule.deadLetterArn().orElse(""));
  }

  void isAlarmAsDeclared(String name, TemplateNode.Mapping declared) {
    Xml alarm =
        localStack
            .api()
            .call("monitoring", "2010-08-01", "DescribeAlarms", Map.of("AlarmNames.member.1", name))
            .members("MetricAlarms")
            .getFirst();
    JsonNode properties = Json.MAPPER.valueToTree(declared.mapping("Properties").toPlain());
    assertThat(properties.propertyNames())
        .contains("MetricName", "Dimensions", "Threshold")
        .allSatisfy(
            property ->
                assertThat(made(alarm, property))
                    .as(property)
                    .isEqualTo(text(properties, property)));
  }

  private static String made(Xml alarm, String property) {
    if (property.equals("Dimensions")) {
      return alarm.members(property).stream()
          .map(of -> of.text("Name") + "=" + of.text("Value"))
          .toList()
          .toString();
    }
    if (property.equals("AlarmActions")) {
      return Integer.toString(alarm.members(property).size());
    }
    String text = alarm.text(property);
    return property.equals("Threshold") ? text.replaceFirst("\\.0+$", "") : text;
  }

  /** Of actions, how many: the topic's name is LocalStack's own. */
  private static String text(JsonNode properties, String property) {
    JsonNode value = properties.path(property);
    if (property.equals("AlarmActions")) {
      return Integer.toString(value.size());
    }
    return property.equals("Dimensions")
        ? value
            .valueStream()
            .map(of -> of.path("Name").asString("") + "=" + of.path("Value").asString(""))
            .toList()
            .toString()
        : value.asString("");
  }
}
