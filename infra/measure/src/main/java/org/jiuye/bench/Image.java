package org.jiuye.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuye.runtime.Launch;
import org.jiuye.runtime.RuntimeInterfaceClient;

/** Lays out a function's container image with an AOT cache; see {@code infra/build/image}. */
public final class Image {
  private static final String ROOT = "$task/";

  private static final String DOCKERFILE =
      """
      # docker build --build-context jdk=JAVA_HOME .   (the JDK that trained the cache: {jdk})
      ARG BASE=public.ecr.aws/lambda/provided:al2023
      FROM ${BASE}
      COPY --from=jdk / /opt/jdk
      COPY runtime /var/task/runtime
      COPY lib /var/task/lib
      COPY function.aot bootstrap /var/task/
      ENTRYPOINT ["/var/task/bootstrap"]
      """;

  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      # A cache is refused where native access is not what it was trained with.
      task=${LAMBDA_TASK_ROOT:-/var/task}
      exec ${JDK:-/opt/jdk}/bin/java -XX:AOTCache=$task/function.aot --enable-native-access=ALL-UNNAMED \\
        -cp {classPath} \\
        com.amazonaws.services.lambda.runtime.api.client.AWSLambda {handler}
      """;

  private Image() {}

  /**
   * Lays out one image.
   *
   * @param arguments the function's name in the template, and the folder
   */
  public static void main(String[] arguments) throws IOException {
    try (Subjects subjects = Subjects.open()) {
      Subject function =
          subjects.functions().stream()
              .filter(subject -> subject.name().equals(arguments[0]))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("No function " + arguments[0]));
      layOut(function, Path.of(arguments[1]).toAbsolutePath());
    }
    System.exit(0);
  }

  static void layOut(Subject function, Path folder) throws IOException {
    clear(folder);
    copy(Launch.jars(function.launch().taskRoot().resolve("lib")), folder.resolve("lib"));
    copy(RuntimeInterfaceClient.jars(), folder.resolve("runtime"));
    List<Path> jars =
        Stream.of("runtime", "lib")
            .flatMap(part -> Launch.jars(folder.resolve(part)).stream())
            .toList();
    Subject image =
        function.launched(
            function.launch().withCode(folder, function.launch().handler()).withClassPath(jars));
    Path cache = folder.resolve("function.aot");
    TrainedCache.train(image, cache);
    // AOTMode=on: the JVM refuses to start where the cache is not good.
    Started started =
        Started.measure(
            image.launched(
                image.launch().withJvmOptions("-XX:AOTCache=" + cache, "-XX:AOTMode=on")));
    String classPath =
        jars.stream().map(jar -> ROOT + folder.relativize(jar)).collect(Collectors.joining(":"));
    Files.writeString(
        folder.resolve("Dockerfile"), DOCKERFILE.replace("{jdk}", Runtime.version().toString()));
    Path bootstrap =
        Files.writeString(
            folder.resolve("bootstrap"),
            BOOTSTRAP
                .replace("{classPath}", classPath)
                .replace("{handler}", function.launch().handler()));
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.out.println(
        folder
            + ": first answer after "
            + Texts.number(started.millis(), 0)
            + " ms from its cache");
  }

  /** Copies jars with their times, by which a cache knows them. */
  private static void copy(List<Path> jars, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path jar : jars) {
      Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
