package org.jiuye.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.emulators.RunningServices;
import org.jiuye.seeds.SeedLoader;

/**
 * The project's own template in memory, with the seeds of Julu, for the tests of a function; or in
 * services that run already, where {@link RunningServices#asked} names them.
 */
public final class TestCloud {
  /** What the template must be told. */
  public static final Map<String, String> PARAMETERS =
      Map.of(
          "JwtIssuer",
          "https://issuer.example",
          "JwtAudience",
          "jiuye",
          "AllowedOrigins",
          "https://pages.example");

  private TestCloud() {}

  /** Starts the services of {@code template.yaml} and loads the seeds. */
  public static EmulatedCloud start() {
    Path root = root();
    CloudOptions options = CloudOptions.inMemory(root.resolve("template.yaml"), PARAMETERS);
    EmulatedCloud cloud =
        EmulatedCloud.start(RunningServices.asked().map(options::withServices).orElse(options));
    SeedLoader.load(
        root.resolve("seeds/julu"), cloud.dynamoDb(), cloud.template().tables().getFirst().name());
    return cloud;
  }

  /** The project's folder: the nearest one above that holds the capabilities' folders. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("functions/pom.xml"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("Not within the project");
      }
      folder = parent;
    }
    return folder;
  }
}
