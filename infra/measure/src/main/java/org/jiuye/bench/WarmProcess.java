package org.jiuye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiuye.runtime.FunctionProcess;

/** A subject's process that has been warmed up, and how long its invocations took. */
final class WarmProcess implements AutoCloseable {
  private static final double NANOS = 1e6;
  private static final double KILOBYTES = 1_000;

  private final Subject subject;
  private final FunctionProcess process;
  private final double firstMegabytes;
  private final double laterMegabytes;

  /** Of the running round. */
  private final List<Double> millis = new ArrayList<>();

  private final List<Double> medians = new ArrayList<>();
  private final List<Double> slowest = new ArrayList<>();

  private WarmProcess(Subject subject, FunctionProcess process, int warmUps) {
    this.subject = subject;
    this.process = process;
    Started.invoke(process, subject);
    this.firstMegabytes = memory();
    for (int call = 1; call < warmUps; call++) {
      Started.invoke(process, subject);
    }
    this.laterMegabytes = memory();
  }

  /** A process that has answered this many events. */
  static WarmProcess start(Subject subject, int warmUps) {
    return new WarmProcess(subject, FunctionProcess.start(subject.launch()), warmUps);
  }

  void invoke(int times) {
    for (int call = 0; call < times; call++) {
      millis.add(Started.invoke(process, subject).took().toNanos() / NANOS);
    }
  }

  /** Leaves out what was invoked since the last round. */
  void forget() {
    millis.clear();
  }

  void endRound() {
    List<Double> sorted = millis.stream().sorted().toList();
    medians.add(sorted.get(sorted.size() / 2));
    slowest.add(sorted.get(sorted.size() * 99 / 100));
    millis.clear();
  }

  /** A row of figures, with ratios to another's, round by round. */
  List<String> row(WarmProcess measure) {
    return List.of(
        subject.name(),
        Texts.number(Medians.of(medians), 2),
        Texts.number(ratio(medians, measure.medians), 2),
        Texts.number(Medians.of(slowest), 2),
        Texts.number(ratio(slowest, measure.slowest), 2),
        Texts.number(firstMegabytes, 0),
        Texts.number(laterMegabytes, 0));
  }

  private static double ratio(List<Double> ours, List<Double> theirs) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round) / theirs.get(round));
    }
    return Medians.of(ratios);
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

  @Override
  public void close() {
    process.close();
  }
}
