package org.jiuye.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jiuye.testing.TestCloud;
import org.jspecify.annotations.Nullable;

/** How long {@code infra/local/up} takes until it serves. */
final class StartTimes {
  /** The first start may have to build. */
  private static final int MOST_MINUTES = 15;

  private static final double NANOS = 1e9;

  private final Path up = TestCloud.root().resolve("infra/local/up");
  private final Path folder;

  private StartTimes(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts this many times without data, loading the seeds, and with the data of the start before.
   */
  static List<String> measure(int count) {
    try {
      Path folder = Files.createTempDirectory("jiuye-bench");
      try {
        return new StartTimes(folder).table(count);
      } finally {
        delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> table(int count) throws IOException {
    start(folder.resolve("built"));
    List<Double> fresh = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Path data = folder.resolve("data-" + number);
      fresh.add(start(data));
      again.add(start(data));
    }
    return Texts.table(
        List.of(
            List.of("", "starts", "median", "longest"),
            row("without data, loading the seeds", fresh),
            row("on the data of the start before", again)));
  }

  private static List<String> row(String name, List<Double> seconds) {
    return List.of(
        name,
        Integer.toString(seconds.size()),
        Texts.number(Medians.of(seconds), 1),
        Texts.number(seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), 1));
  }

  private double start(Path data) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(up.toString(), "--port", "0", "--data", data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      CompletableFuture.supplyAsync(() -> untilReady(process.inputReader(StandardCharsets.UTF_8)))
          .get(MOST_MINUTES, TimeUnit.MINUTES);
      return (System.nanoTime() - begin) / NANOS;
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("infra/local/up did not start", failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interruption);
    } finally {
      stop(process);
    }
  }

  private static String untilReady(BufferedReader output) {
    return output
        .lines()
        .filter(line -> line.startsWith("ready "))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("It ended before it was ready"));
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interruption) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
