package org.jiuye.emulators;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import org.jiuye.template.LocalNames;

/**
 * DynamoDB and SQS that run already, LocalStack for example, and take the place of those that are
 * embedded here. Tables and queues that are not there are made.
 *
 * @param endpoint where both are
 * @param stackName what the names of tables and queues begin with
 * @param made names that the services have made themselves, by the resource's logical id
 */
public record RunningServices(
    URI endpoint, String partition, String region, String stackName, Map<String, String> made) {

  private static final String PARTITION = "aws";
  private static final String REGION = "us-east-1";

  /** Services in which tables and queues are made anew, whoever else uses the same. */
  public static RunningServices anew(URI endpoint) {
    String stackName = "jiuye-" + Long.toString(new Random().nextLong() >>> 1, Character.MAX_RADIX);
    return new RunningServices(endpoint, PARTITION, REGION, stackName, Map.of());
  }

  /** Services in which a stack has made everything. */
  public static RunningServices ofStack(URI endpoint, String stackName, Map<String, String> names) {
    return new RunningServices(endpoint, PARTITION, REGION, stackName, names);
  }

  LocalNames names(URI gateway, URI apiEndpoint) {
    return new LocalNames(stackName, partition, region, gateway, apiEndpoint, Map.of(), made);
  }
}
