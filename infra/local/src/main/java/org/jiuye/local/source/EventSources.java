package org.jiuye.local.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.local.lifecycle.Started;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.LambdaFunction.QueueSource;
import org.jiuye.template.LambdaFunction.StreamSource;
import org.jiuye.template.Queue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's event source mappings, running. */
public final class EventSources implements Closeable {

  private final FunctionRuntimes functions;
  private final SqsClient sqs;
  private final DynamoDbStreamsClient streams;
  private final Map<String, Queue> queues;
  private final Path positions;
  private final Started pollers = new Started();

  /**
   * Prepares the mappings.
   *
   * @param positions the folder that keeps how far streams were read
   */
  public EventSources(
      CloudTemplate template,
      FunctionRuntimes functions,
      SqsClient sqs,
      DynamoDbStreamsClient streams,
      Path positions) {
    this.functions = functions;
    this.sqs = sqs;
    this.streams = streams;
    this.queues =
        template.queues().stream().collect(Collectors.toMap(Queue::arn, Function.identity()));
    this.positions = positions;
  }

  /** Starts the mappings of functions. */
  public void start(List<LambdaFunction> declared) {
    List<Runnable> starts = new ArrayList<>();
    for (LambdaFunction function : declared) {
      FunctionRuntime runtime = functions.of(function.logicalId());
      for (QueueSource source : function.queueSources()) {
        starts.add(queuePoller(source, runtime)::start);
      }
      for (StreamSource source : function.streamSources()) {
        starts.add(streamPoller(source, function, runtime)::start);
      }
    }
    starts.forEach(Runnable::run);
  }

  private QueuePoller queuePoller(QueueSource source, FunctionRuntime runtime) {
    Queue queue = queue(source.queueArn());
    return pollers.add(
        new QueuePoller(source, runtime, sqs, queue.url(), queue.visibilityTimeout()));
  }

  private StreamPoller streamPoller(
      StreamSource source, LambdaFunction function, FunctionRuntime runtime) {
    String name = function.logicalId() + "-" + source.eventName();
    StreamEvents events = new StreamEvents(source.streamArn());
    StreamPositions read =
        new StreamPositions(positions.resolve(name + ".json"), source.streamArn());
    GivenUpRecords givenUp =
        new GivenUpRecords(
            function, source.streamArn(), sqs, source.onFailureArn().map(arn -> queue(arn).url()));
    StopSignal stop = new StopSignal();
    return pollers.add(
        new StreamPoller(
            name,
            source,
            new StreamShards(streams, source.streamArn(), read),
            read,
            events,
            new StreamBatch(source, runtime, events, givenUp, stop),
            stop));
  }

  private Queue queue(String arn) {
    Queue queue = queues.get(arn);
    if (queue == null) {
      throw new IllegalArgumentException("the template declares no queue " + arn);
    }
    return queue;
  }

  /** Lets running invocations end and stops. */
  @Override
  public void close() throws IOException {
    pollers.close();
  }
}
