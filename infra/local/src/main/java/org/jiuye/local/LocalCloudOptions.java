package org.jiuye.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.RunningServices;

/**
 * How a local cloud runs.
 *
 * @param template the template file; seeds and the HTTP contract are found beside it
 * @param port where HTTP is served on loopback, 0 for any free port
 * @param data the folder that data stays in, empty for memory
 * @param fresh whether what the folder holds is thrown away first
 * @param parameters values of the template's parameters; those that are not named have their
 *     defaults
 * @param services DynamoDB and SQS that run elsewhere, empty to run them in this JVM
 */
public record LocalCloudOptions(
    Path template,
    int port,
    Optional<Path> data,
    boolean fresh,
    Map<String, String> parameters,
    Optional<RunningServices> services) {

  /** A cloud in memory, on any free port. */
  public static LocalCloudOptions inMemory(Path template) {
    return new LocalCloudOptions(template, 0, Optional.empty(), false, Map.of(), Optional.empty());
  }

  /** The same with another port. */
  public LocalCloudOptions withPort(int other) {
    return new LocalCloudOptions(template, other, data, fresh, parameters, services);
  }

  /** The same with its data in a folder. */
  public LocalCloudOptions withData(Path folder) {
    return new LocalCloudOptions(template, port, Optional.of(folder), fresh, parameters, services);
  }

  /** The same, starting anew or not. */
  public LocalCloudOptions withFresh(boolean anew) {
    return new LocalCloudOptions(template, port, data, anew, parameters, services);
  }

  /** The same with a parameter of the template set. */
  public LocalCloudOptions withParameter(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new LocalCloudOptions(template, port, data, fresh, Map.copyOf(more), services);
  }

  /** The same with tables and queues in services that run already. */
  public LocalCloudOptions withServices(RunningServices running) {
    return new LocalCloudOptions(template, port, data, fresh, parameters, Optional.of(running));
  }
}
