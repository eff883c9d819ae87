package org.jiuye.checks.deployed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiuye.checks.QueueDepth;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.runtime.FunctionProcess;
import org.jiuye.runtime.Launch;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.Queue;
import org.jiuye.template.Table;
import org.jiuye.testing.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.sqs.model.Message;

/** Every function of the template in a process of its own, on one table and one set of queues. */
final class Deployment implements AutoCloseable {
  private static final int MOST_MESSAGES = 10;

  private final EmulatedCloud cloud = TestCloud.start();
  private final Map<String, DeployedFunction> functions = new LinkedHashMap<>();

  Deployment() {
    // Started all at once: they load while the first is tested.
    for (LambdaFunction function : cloud.template().functions()) {
      FunctionProcess process = FunctionProcess.start(Launch.of(cloud, function.logicalId()));
      functions.put(function.logicalId(), new DeployedFunction(function, process, cloud));
    }
  }

  EmulatedCloud cloud() {
    return cloud;
  }

  DeployedFunction function(String logicalId) {
    DeployedFunction function = functions.get(logicalId);
    if (function == null) {
      throw new IllegalArgumentException("The template has no function " + logicalId);
    }
    return function;
  }

  Iterable<DeployedFunction> functions() {
    return functions.values();
  }

  /** All that functions can change: the items by their keys, and how many messages wait. */
  Map<String, Object> state() {
    Map<String, Object> state = new TreeMap<>();
    for (Table table : cloud.template().tables()) {
      cloud
          .dynamoDb()
          .scanPaginator(ScanRequest.builder().tableName(table.name()).consistentRead(true).build())
          .items()
          .forEach(item -> state.put(table.name() + " " + keys(table, item), item));
    }
    for (Queue queue : cloud.template().queues()) {
      state.put(queue.name(), QueueDepth.of(cloud, queue));
    }
    return state;
  }

  /** Takes every message out of every queue: what it says, by the queue's name in the template. */
  Map<String, List<String>> takeMessages() {
    Map<String, List<String>> taken = new HashMap<>();
    for (Queue queue : cloud.template().queues()) {
      List<String> bodies = new ArrayList<>();
      while (QueueDepth.of(cloud, queue) > 0) {
        for (Message message :
            cloud
                .sqs()
                .receiveMessage(
                    receive -> receive.queueUrl(queue.url()).maxNumberOfMessages(MOST_MESSAGES))
                .messages()) {
          bodies.add(message.body());
          cloud
              .sqs()
              .deleteMessage(
                  delete -> delete.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
        }
      }
      taken.put(queue.logicalId(), bodies);
    }
    return taken;
  }

  @Override
  public void close() {
    functions.values().forEach(DeployedFunction::close);
    cloud.close();
  }

  private static String keys(Table table, Map<String, AttributeValue> item) {
    return item.get(table.partitionKey()) + " " + table.sortKey().map(item::get).orElse(null);
  }
}
