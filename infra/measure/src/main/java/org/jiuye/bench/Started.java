package org.jiuye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jiuye.runtime.FunctionProcess;
import org.jiuye.runtime.Outcome;
import org.jiuye.shared.json.Json;

/**
 * A cold start.
 *
 * @param millis from the process's start to its first answer
 * @param processorMillis that the process used for it
 */
record Started(double millis, double processorMillis) {
  private static final Duration TIME_LEFT = Duration.ofSeconds(20);
  private static final double NANOS = 1e6;
  private static final int SUCCESSES_END = 300;

  static Started measure(Subject subject) {
    byte[] event = subject.event().get();
    long begin = System.nanoTime();
    try (FunctionProcess process = FunctionProcess.start(subject.launch())) {
      accept(subject, process.invoke(event, TIME_LEFT));
      double millis = (System.nanoTime() - begin) / NANOS;
      double processor =
          ProcessHandle.of(process.pid())
              .flatMap(handle -> handle.info().totalCpuDuration())
              .map(Duration::toMillis)
              .map(Long::doubleValue)
              .orElse(Double.NaN);
      return new Started(millis, processor);
    }
  }

  /** How many classes a start loads. */
  static int classes(Subject subject) {
    try {
      Path log = Files.createTempFile("jiuye-bench", ".log");
      try {
        measure(
            subject.launched(
                subject.launch().withJvmOptions("-Xlog:class+load=info:file=" + log + "::")));
        return Math.toIntExact(
            Files.readAllLines(log).stream().filter(line -> line.contains("source:")).count());
      } finally {
        Files.delete(log);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Invokes a running subject once more; it must answer well. */
  static Outcome invoke(FunctionProcess process, Subject subject) {
    Outcome outcome = process.invoke(subject.event().get(), TIME_LEFT);
    accept(subject, outcome);
    return outcome;
  }

  private static void accept(Subject subject, Outcome outcome) {
    if (outcome.failed()
        || Json.MAPPER.readTree(outcome.body()).path("statusCode").asInt() >= SUCCESSES_END) {
      throw new IllegalStateException(subject.name() + " answered " + outcome.body());
    }
  }
}
