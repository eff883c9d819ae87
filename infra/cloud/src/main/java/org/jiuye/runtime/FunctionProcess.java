package org.jiuye.runtime;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function in a fresh JVM, under AWS's runtime interface client and against a runtime API of its
 * own: an execution environment, as Lambda makes one for the same package.
 */
public final class FunctionProcess implements AutoCloseable {
  /** Lambda gives these to the process, besides what it tells of the function. */
  private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

  private static final String LANGUAGE = "en_US.UTF-8";

  /** How long an answer may take beyond the invocation's time before nobody waits any more. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RuntimeApi api;
  private final Path folder;
  private final Path output;
  private final Process process;
  private final CompletableFuture<Void> exit;

  private FunctionProcess(Launch launch) throws IOException {
    api = new RuntimeApi(launch.arn());
    folder = Files.createTempDirectory("function");
    output = folder.resolve("output.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(RuntimeInterfaceClient.jvmOptions(folder));
    command.addAll(launch.jvmOptions());
    command.addAll(List.of("-cp", classPath(launch)));
    command.addAll(List.of(RuntimeInterfaceClient.MAIN_CLASS, launch.handler()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(launch.taskRoot().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", PATH);
    builder.environment().put("LANG", LANGUAGE);
    builder.environment().putAll(launch.environment());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    process = builder.start();
    exit =
        process
            .onExit()
            .thenAccept(gone -> api.ended("Runtime.ExitError", "exit " + gone.exitValue()));
  }

  private static String classPath(Launch launch) {
    return launch.classPath().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Starts a process; it begins to load the function at once. */
  public static FunctionProcess start(Launch launch) {
    try {
      return new FunctionProcess(launch);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Invokes the function and waits for the outcome.
   *
   * @param event the bytes that AWS would send
   * @param timeLeft what the function's context has, from when it takes the event
   * @throws IllegalStateException where nothing comes of it long after that time
   */
  public Outcome invoke(byte[] event, Duration timeLeft) {
    Invocation invocation = api.put(event, timeLeft);
    try {
      return invocation.outcome().get(timeLeft.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("No answer in time. " + read(), failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  /** All that the process has written so far to standard output and standard error. */
  public String log() {
    // What is written about an invocation may come after its answer, but not after the next
    // request.
    api.awaitIdle(PATIENCE);
    return read();
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  /** Asks the process to end, as Lambda does, and waits until it has: it may have much to write. */
  public void end() {
    process.destroy();
    exit.join();
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.destroyForcibly();
    exit.join();
    api.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String read() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
