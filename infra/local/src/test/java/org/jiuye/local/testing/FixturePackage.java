package org.jiuye.local.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jiuye.fixture.PlainHandler;
import org.jiuye.fixture.SpringFixture;

/** Lays out a deployable package of the fixture's functions, from this test's own class path. */
public final class FixturePackage {

  /** The handler without a framework. */
  public static final String PLAIN_HANDLER = PlainHandler.class.getName() + "::handleRequest";

  /** The handler of functions on Spring Cloud Function. */
  public static final String SPRING_HANDLER =
      "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest";

  private static final List<String> LIBRARIES =
      List.of(
          "aws-lambda-java-",
          "spring-",
          "jackson-",
          "micrometer-",
          "commons-logging",
          "slf4j-api",
          "jul-to-slf4j",
          "logback-",
          "reactor-",
          "reactive-streams",
          "jspecify",
          "typetools",
          "joda-time",
          "kotlin-",
          // The AWS SDK
          "annotations-2",
          "auth-2",
          "aws-",
          "checksums-",
          "dynamodb-2",
          "endpoints-",
          "eventstream-",
          "http-",
          "identity-",
          "json-utils-",
          "metrics-spi",
          "profiles-",
          "protocol-",
          "regions-",
          "retries-",
          "sdk-core",
          "third-party-",
          "url-connection-client",
          "utils-");

  private FixturePackage() {}

  /** Makes the package in a folder and answers that. */
  public static Path in(Path folder) {
    try {
      Path lib = Files.createDirectories(folder.resolve("lib"));
      writeJar(lib.resolve("fixture.jar"));
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path jar = Path.of(entry);
        String name = jar.getFileName().toString();
        if (name.endsWith(".jar") && LIBRARIES.stream().anyMatch(name::startsWith)) {
          Files.copy(jar, lib.resolve(name));
        }
      }
      return folder;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SpringFixture.class.getName());
    Path classes = Path.of(location());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> found = Files.list(classes.resolve("org/jiuye/fixture"))) {
      for (Path each : found.sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }

  private static String location() {
    return Objects.requireNonNull(
            SpringFixture.class.getProtectionDomain().getCodeSource().getLocation())
        .getPath();
  }
}
