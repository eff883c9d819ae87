package org.jiuye.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.emulators.RunningServices;
import org.jiuye.seeds.SeedLoader;

/**
 * The project's own template in memory, with the seeds of Julu, for the tests of a function. Where
 * the system property {@value #ENDPOINT} is set, tables and queues are made there instead.
 */
public final class TestCloud {
  /** What the template must be told. */
  public static final Map<String, String> PARAMETERS =
      Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "jiuye");

  /** The property that names where DynamoDB and SQS run already, LocalStack's address. */
  public static final String ENDPOINT = "jiuye.cloud.endpoint";

  private TestCloud() {}

  /** Starts the services of {@code template.yaml} and loads the seeds. */
  public static EmulatedCloud start() {
    CloudOptions embedded = CloudOptions.inMemory(root().resolve("template.yaml"), PARAMETERS);
    return Optional.ofNullable(System.getProperty(ENDPOINT))
        .map(endpoint -> RunningServices.anew(URI.create(endpoint)))
        .map(running -> start(embedded.withServices(running)))
        .orElseGet(() -> start(embedded));
  }

  /** Starts on services in which a stack has made the template's tables and queues. */
  public static EmulatedCloud start(RunningServices services) {
    return start(
        CloudOptions.inMemory(root().resolve("template.yaml"), PARAMETERS).withServices(services));
  }

  private static EmulatedCloud start(CloudOptions options) {
    EmulatedCloud cloud = EmulatedCloud.start(options);
    SeedLoader.load(
        root().resolve("seeds/julu"),
        cloud.dynamoDb(),
        cloud.template().tables().getFirst().name());
    return cloud;
  }

  /** The project's folder: the nearest one above with a template. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("Not within the project");
      }
      folder = parent;
    }
    return folder;
  }
}
