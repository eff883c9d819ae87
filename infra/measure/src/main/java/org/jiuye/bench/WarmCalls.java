package org.jiuye.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Invocations of warm functions and of the plain handler, by turns, and their memory. The p99 of
 * one round depends on its fifty slowest calls, and so on the machine's other work. Therefore there
 * are several rounds, and their medians count.
 */
final class WarmCalls {
  static final int WARM_UPS = 1_000;

  private static final int BLOCK = 50;

  private final Subjects subjects;

  /** Of the rounds of one comparison. */
  private final int invocations;

  WarmCalls(Subjects subjects, int invocations) {
    this.subjects = subjects;
    this.invocations = invocations;
  }

  /** The functions, each by turns with the plain handler that does the same. */
  List<String> measure(int rounds) {
    List<List<String>> rows = header();
    for (Subject function : subjects.functions()) {
      rows.addAll(rows(List.of(subjects.plain(function), function), rounds));
    }
    return Texts.table(rows);
  }

  /** The plain handler with each of the SDK's HTTP clients, one round. */
  List<String> measureClients() {
    Subject function = subjects.functions().getFirst();
    List<List<String>> rows = header();
    rows.addAll(
        rows(
            Subjects.CLIENTS.stream().map(client -> subjects.plain(function, client)).toList(), 1));
    return Texts.table(rows);
  }

  private static List<List<String>> header() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "p50", "ratio", "p99", "ratio", "MB first", "MB after " + WARM_UPS));
    return rows;
  }

  /** A row for each; the first is the measure. */
  private List<List<String>> rows(List<Subject> turns, int rounds) {
    List<WarmProcess> warm = new ArrayList<>();
    try {
      turns.forEach(subject -> warm.add(WarmProcess.start(subject, WARM_UPS)));
      // DynamoDB Local and the runtime API, here in this JVM, have to become warm as well.
      takeTurns(warm);
      warm.forEach(WarmProcess::forget);
      for (int round = 0; round < rounds; round++) {
        takeTurns(warm);
        warm.forEach(WarmProcess::endRound);
      }
      return warm.stream().map(process -> process.row(warm.getFirst())).toList();
    } finally {
      warm.forEach(WarmProcess::close);
    }
  }

  private void takeTurns(List<WarmProcess> warm) {
    for (int done = 0; done < invocations; done += BLOCK) {
      warm.forEach(process -> process.invoke(BLOCK));
    }
  }
}
