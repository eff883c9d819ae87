package org.jiuye.local.control;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuye.local.http.HttpAnswer;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.Queue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How many messages are in each queue, and where. */
final class QueueDepths {

  private static final JsonMapper JSON = new JsonMapper();

  private final CloudTemplate template;
  private final SqsClient sqs;
  private final Set<String> deadLetterArns;

  QueueDepths(CloudTemplate template, SqsClient sqs) {
    this.template = template;
    this.sqs = sqs;
    this.deadLetterArns = deadLetterArns(template);
  }

  HttpAnswer show() {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("queues", list());
    return HttpAnswer.json(200, answer);
  }

  ArrayNode list() {
    ArrayNode list = JSON.createArrayNode();
    template.queues().forEach(queue -> list.add(depths(queue)));
    return list;
  }

  private ObjectNode depths(Queue queue) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(
                get ->
                    get.queueUrl(queue.url())
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    ObjectNode depths = JSON.createObjectNode();
    depths.put("name", queue.name());
    depths.put("visible", number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    depths.put(
        "inFlight",
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    depths.put(
        "delayed", number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    depths.put("isDeadLetterQueue", deadLetterArns.contains(queue.arn()));
    return depths;
  }

  private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Long.parseLong(attributes.getOrDefault(name, "0"));
  }

  /** The dead-letter queues, and queues that take what a stream gave up. */
  private static Set<String> deadLetterArns(CloudTemplate template) {
    Stream<String> redriven =
        template.queues().stream()
            .flatMap(queue -> queue.redrive().stream())
            .map(Queue.Redrive::deadLetterQueueArn);
    Stream<String> streamed =
        template.functions().stream()
            .flatMap(function -> function.streamSources().stream())
            .flatMap(source -> source.onFailureArn().stream());
    Stream<String> scheduled =
        template.functions().stream()
            .flatMap(function -> function.schedules().stream())
            .map(LambdaFunction.Schedule::deadLetterArn)
            .flatMap(arn -> arn.stream());
    Stream<String> invoked =
        template.functions().stream()
            .flatMap(function -> function.asyncInvocation().onFailureArn().stream());
    return Stream.of(redriven, streamed, scheduled, invoked)
        .flatMap(arns -> arns)
        .collect(Collectors.toUnmodifiableSet());
  }
}
