package org.jiuye.emulators;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How an {@link EmulatedCloud} is to be.
 *
 * @param parameters values of the template's parameters; what is not given has its default
 * @param dataDirectory where items, messages and keys are kept, empty to keep them in memory
 * @param gatewayPort the port that functions call, 0 for a free one
 * @param directPort the port of DynamoDB Local itself, 0 for a free one
 * @param apiEndpoint where the template's HTTP APIs are served, for what refers to their address
 * @param services DynamoDB and SQS that run elsewhere, empty to run them in this JVM
 */
public record CloudOptions(
    Path templateFile,
    Map<String, String> parameters,
    Optional<Path> dataDirectory,
    int gatewayPort,
    int directPort,
    URI apiEndpoint,
    Optional<RunningServices> services) {

  private static final URI NOT_SERVED = URI.create("http://127.0.0.1:9");

  /** In memory, on free ports. */
  public static CloudOptions inMemory(Path templateFile, Map<String, String> parameters) {
    return new CloudOptions(
        templateFile, parameters, Optional.empty(), 0, 0, NOT_SERVED, Optional.empty());
  }

  /** The same, kept in a directory. */
  public CloudOptions withDataDirectory(Path directory) {
    return new CloudOptions(
        templateFile,
        parameters,
        Optional.of(directory),
        gatewayPort,
        directPort,
        apiEndpoint,
        services);
  }

  /** The same on other ports. */
  public CloudOptions withPorts(int gateway, int direct) {
    return new CloudOptions(
        templateFile, parameters, dataDirectory, gateway, direct, apiEndpoint, services);
  }

  /** The same with HTTP APIs at another address. */
  public CloudOptions withApiEndpoint(URI endpoint) {
    return new CloudOptions(
        templateFile, parameters, dataDirectory, gatewayPort, directPort, endpoint, services);
  }

  /** The same with tables and queues in services that run already. */
  public CloudOptions withServices(RunningServices running) {
    return new CloudOptions(
        templateFile,
        parameters,
        dataDirectory,
        gatewayPort,
        directPort,
        apiEndpoint,
        Optional.of(running));
  }
}
