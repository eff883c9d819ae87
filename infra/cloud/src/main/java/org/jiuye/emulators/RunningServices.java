package org.jiuye.emulators;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiuye.template.LocalNames;

/**
 * DynamoDB and SQS that run already, LocalStack for example, and take the place of those that are
 * embedded here. Tables and queues that are not there are made.
 *
 * @param endpoint where both are
 * @param stackName what the names of tables and queues begin with
 * @param made names that the services have made themselves, by the resource's logical id
 */
public record RunningServices(URI endpoint, String stackName, Map<String, String> made) {

  /** The system property that names the endpoint; without it there are none. */
  public static final String ENDPOINT = "jiuye.cloud.endpoint";

  /** The system property that names the stack; without it tables and queues are made anew. */
  public static final String STACK = "jiuye.cloud.stack";

  /** What the system properties begin with that name resources, the logical id behind it. */
  public static final String NAME = "jiuye.cloud.name.";

  private static final String PARTITION = "aws";
  private static final String REGION = "us-east-1";

  /** Services in which tables and queues are made anew, whoever else uses the same. */
  public static RunningServices anew(URI endpoint) {
    // Short, for the names of queues begin with it and end at 80 characters.
    String stackName = "jiuye-" + UUID.randomUUID().toString().substring(24);
    return new RunningServices(endpoint, stackName, Map.of());
  }

  /** The services that this JVM's system properties name. */
  public static Optional<RunningServices> asked() {
    Optional<URI> endpoint = Optional.ofNullable(System.getProperty(ENDPOINT)).map(URI::create);
    Optional<String> stack = Optional.ofNullable(System.getProperty(STACK));
    Map<String, String> made =
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith(NAME))
            .collect(
                Collectors.toUnmodifiableMap(
                    name -> name.substring(NAME.length()), System::getProperty));
    return endpoint.map(
        where ->
            stack.map(name -> new RunningServices(where, name, made)).orElseGet(() -> anew(where)));
  }

  /**
   * The system properties by which {@link #asked} gives a stack's services.
   *
   * @param endpoint where they are
   * @param stackName its name
   * @param made the names of what it has made
   */
  public static Map<String, String> properties(
      URI endpoint, String stackName, Map<String, String> made) {
    Map<String, String> properties = new HashMap<>(properties(endpoint));
    properties.put(STACK, stackName);
    made.forEach((logicalId, name) -> properties.put(NAME + logicalId, name));
    return Map.copyOf(properties);
  }

  /** The system properties by which {@link #asked} gives services to make everything anew in. */
  public static Map<String, String> properties(URI endpoint) {
    return Map.of(ENDPOINT, endpoint.toString());
  }

  /** What things are called there. */
  public LocalNames names(URI gateway, URI apiEndpoint) {
    return new LocalNames(stackName, PARTITION, REGION, gateway, apiEndpoint, Map.of(), made);
  }
}
