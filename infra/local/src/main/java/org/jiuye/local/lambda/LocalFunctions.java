package org.jiuye.local.lambda;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jiuye.local.lifecycle.Started;
import org.jiuye.template.LambdaFunction;

/** The template's functions, started. */
public final class LocalFunctions implements FunctionRuntimes, Closeable {

  private final Started parts = new Started();
  private final Map<String, HostedFunction> started = new ConcurrentHashMap<>();
  private final List<LambdaFunction> declared;

  private LocalFunctions(List<LambdaFunction> declared) {
    this.declared = declared;
  }

  /**
   * Starts functions: packages side by side, the functions of one package one after the other,
   * because they share its logging.
   *
   * @throws FunctionStartException when one does not start; none runs then
   */
  public static LocalFunctions start(
      List<LambdaFunction> functions, FunctionSettings settings, InstantSource countyClock)
      throws InterruptedException {
    JvmLogging.keep();
    LocalFunctions runtimes = new LocalFunctions(List.copyOf(functions));
    try {
      runtimes.startAll(settings, countyClock);
    } catch (InterruptedException | RuntimeException exception) {
      runtimes.parts.closeAfter(exception);
      throw exception;
    }
    return runtimes;
  }

  private void startAll(FunctionSettings settings, InstantSource countyClock)
      throws InterruptedException {
    Map<Path, List<LambdaFunction>> byPackage =
        declared.stream()
            .collect(
                Collectors.groupingBy(
                    LambdaFunction::codeUri, LinkedHashMap::new, Collectors.toList()));
    try (ExecutorService starters =
        Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()))) {
      List<Future<?>> starts = new ArrayList<>();
      byPackage.forEach(
          (folder, functions) -> {
            FunctionPackage functionPackage = open(folder, functions);
            starts.add(
                starters.submit(
                    () ->
                        functions.forEach(
                            function -> start(functionPackage, function, settings, countyClock))));
          });
      await(starts);
    }
  }

  private FunctionPackage open(Path folder, List<LambdaFunction> functions) {
    if (!Files.isDirectory(folder.resolve("lib"))) {
      throw new FunctionStartException(
          functions.getFirst().logicalId(),
          "its package %s is not there; build it with mvn package".formatted(folder));
    }
    return parts.add(new FunctionPackage(folder));
  }

  private void start(
      FunctionPackage functionPackage,
      LambdaFunction function,
      FunctionSettings settings,
      InstantSource countyClock) {
    BiFunction<byte[], Map<String, String>, byte[]> host =
        functionPackage.start(function, settings, countyClock);
    started.put(
        function.logicalId(),
        parts.add(
            new HostedFunction(
                function, host, settings.environmentOf(function), functionPackage.classes())));
  }

  private static void await(Collection<Future<?>> starts) throws InterruptedException {
    FunctionStartException first = null;
    for (Future<?> start : starts) {
      try {
        start.get();
      } catch (ExecutionException exception) {
        if (!(exception.getCause() instanceof FunctionStartException failed)) {
          throw new IllegalStateException(exception.getCause());
        }
        if (first == null) {
          first = failed;
        } else {
          first.addSuppressed(failed);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  @Override
  public FunctionRuntime of(String logicalId) {
    HostedFunction function = started.get(logicalId);
    if (function == null) {
      throw new IllegalArgumentException("the template declares no function " + logicalId);
    }
    return function;
  }

  @Override
  public List<FunctionRuntime> all() {
    return declared.stream().map(function -> of(function.logicalId())).toList();
  }

  /** Lets running invocations end, then stops every function. */
  @Override
  public void close() throws IOException {
    parts.close();
  }
}
