package org.jiuye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiuye.runtime.FunctionProcess;

/** Invocations of warm functions and of the plain handler, by turns, and their memory. */
final class WarmCalls {
  static final int WARM_UPS = 1_000;

  private static final int BLOCK = 50;
  private static final double NANOS = 1e6;
  private static final double KILOBYTES = 1_000;

  private final Subjects subjects;

  WarmCalls(Subjects subjects) {
    this.subjects = subjects;
  }

  List<String> measure(int invocations) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "p50", "ratio", "p99", "ratio", "MB first", "MB after " + WARM_UPS));
    Subject function = subjects.functions().getFirst();
    rows.addAll(
        rows(
            List.of(
                subjects.plain(function, "own"),
                function,
                subjects.plain(function, "url-connection"),
                subjects.plain(function, "apache"),
                subjects.plain(function, "apache5"),
                subjects.plain(function, "crt")),
            invocations));
    Subject other = subjects.functions().getLast();
    rows.addAll(rows(List.of(subjects.plain(other, "own"), other), invocations));
    return Texts.table(rows);
  }

  private static List<List<String>> rows(List<Subject> turns, int invocations) {
    List<Warm> warm = turns.stream().map(Warm::new).toList();
    try {
      for (int done = 0; done < invocations; done += BLOCK) {
        warm.forEach(subject -> subject.invoke(BLOCK));
      }
      double p50 = warm.getFirst().percentile(50);
      double p99 = warm.getFirst().percentile(99);
      return warm.stream()
          .map(
              subject ->
                  List.of(
                      subject.subject.name(),
                      Texts.number(subject.percentile(50), 2),
                      Texts.number(subject.percentile(50) / p50, 2),
                      Texts.number(subject.percentile(99), 2),
                      Texts.number(subject.percentile(99) / p99, 2),
                      Texts.number(subject.first, 0),
                      Texts.number(subject.later, 0)))
          .toList();
    } finally {
      warm.forEach(subject -> subject.process.close());
    }
  }

  /** A subject that has been warmed up. */
  private static final class Warm {
    private final Subject subject;
    private final FunctionProcess process;
    private final double first;
    private final double later;
    private final List<Double> millis = new ArrayList<>();

    Warm(Subject subject) {
      this.subject = subject;
      this.process = FunctionProcess.start(subject.launch());
      Started.invoke(process, subject);
      first = memory();
      for (int call = 1; call < WARM_UPS; call++) {
        Started.invoke(process, subject);
      }
      later = memory();
    }

    void invoke(int times) {
      for (int call = 0; call < times; call++) {
        millis.add(Started.invoke(process, subject).took().toNanos() / NANOS);
      }
    }

    double percentile(int percent) {
      List<Double> sorted = millis.stream().sorted(Comparator.naturalOrder()).toList();
      return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** Resident memory, where the system tells it. */
    private double memory() {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      if (!Files.exists(status)) {
        return Double.NaN;
      }
      try {
        return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
            .findFirst()
            .orElse(Double.NaN);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
