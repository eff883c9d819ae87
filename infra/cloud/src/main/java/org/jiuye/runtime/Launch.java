package org.jiuye.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.emulators.gateway.Credentials;
import org.jiuye.template.LambdaFunction;

/**
 * What a function's process is started with.
 *
 * @param taskRoot the folder that is deployed
 * @param handler as the template gives it
 * @param arn the ARN by which the function is invoked
 * @param environment the variables that the process has, and no others
 * @param jvmOptions options of the JVM beside those that the environment gives
 * @param classPath the JVM's own: the runtime interface client alone in the managed runtime, where
 *     that loads the package itself
 */
public record Launch(
    Path taskRoot,
    String handler,
    String arn,
    Map<String, String> environment,
    List<String> jvmOptions,
    List<Path> classPath) {

  /** Lambda hands out a role's credentials as temporary ones. */
  private static final String SESSION_TOKEN = "session-of-this-process";

  private static final String KEY_FILE = "jiuye.key-file.";

  /** Copies what it is given. */
  public Launch {
    environment = Map.copyOf(environment);
    jvmOptions = List.copyOf(jvmOptions);
    classPath = List.copyOf(classPath);
  }

  /**
   * A function of the template as it is deployed: the folder of its {@code CodeUri}, its handler,
   * the template's variables and what Lambda itself gives, the role's credentials among it. One
   * exception is the SDK's own option {@code aws.endpointUrl}, which leads to the emulators what
   * would go to the region's services; it is no variable, and no code of ours reads it. The other
   * are the files with the keys above data keys, for KMS is not emulated; those are given that the
   * role may use.
   */
  public static Launch of(EmulatedCloud cloud, String logicalId) {
    LambdaFunction function = cloud.template().function(logicalId);
    Credentials credentials = cloud.credentialsOf(logicalId);
    Map<String, String> environment = new LinkedHashMap<>(cloud.environmentOf(logicalId));
    environment.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    environment.put("AWS_SESSION_TOKEN", SESSION_TOKEN);
    return new Launch(
        function.codeUri(),
        function.handler(),
        function.arn(),
        environment,
        options(cloud, logicalId),
        RuntimeInterfaceClient.jars());
  }

  private static List<String> options(EmulatedCloud cloud, String logicalId) {
    List<String> options = new ArrayList<>();
    options.add("-Daws.endpointUrl=" + cloud.endpoint());
    cloud
        .connectionOf(logicalId)
        .forEach(
            (name, value) -> {
              if (name.startsWith(KEY_FILE)) {
                options.add("-D" + name + "=" + value);
              }
            });
    return options;
  }

  /** The same with a variable more. */
  public Launch withVariable(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Launch(taskRoot, handler, arn, more, jvmOptions, classPath);
  }

  /** The same with further options of the JVM. */
  public Launch withJvmOptions(String... options) {
    List<String> more = new ArrayList<>(jvmOptions);
    more.addAll(List.of(options));
    return new Launch(taskRoot, handler, arn, environment, more, classPath);
  }

  /** Another package and its handler in the same environment. */
  public Launch withCode(Path folder, String itsHandler) {
    return new Launch(folder, itsHandler, arn, environment, jvmOptions, classPath);
  }

  /**
   * The same with the package's jars on the JVM's own class path, as a container image may have it:
   * only what is there can come from an AOT cache.
   */
  public Launch onClassPath() {
    return withClassPath(
        Stream.concat(
                RuntimeInterfaceClient.jars().stream(), jars(taskRoot.resolve("lib")).stream())
            .toList());
  }

  /** The same with another class path of the JVM. */
  public Launch withClassPath(List<Path> jars) {
    return new Launch(taskRoot, handler, arn, environment, jvmOptions, jars);
  }

  /** The jars of a folder, in the order of their names. */
  public static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
