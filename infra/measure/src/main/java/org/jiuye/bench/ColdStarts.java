package org.jiuye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Cold starts of the functions and of the plain handler, by turns, without and with a cache. */
final class ColdStarts {
  private final Subjects subjects;

  ColdStarts(Subjects subjects) {
    this.subjects = subjects;
  }

  List<String> measure(int times) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "ms", "ratio", "processor", "ratio", "classes"));
    boolean first = true;
    for (Subject function : subjects.functions()) {
      Subject plain = subjects.plain(function);
      try (TrainedCache cache = TrainedCache.of(function);
          TrainedCache plainCache = TrainedCache.of(plain)) {
        List<Subject> turns =
            new ArrayList<>(List.of(plain, function, cache.subject(), plainCache.subject()));
        if (first) {
          Subjects.CLIENTS.stream()
              .skip(1)
              .map(client -> subjects.plain(function, client))
              .forEach(turns::add);
          first = false;
        }
        rows.addAll(rows(turns, times));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return Texts.table(rows);
  }

  /** A row for each; the first is the measure. */
  private static List<List<String>> rows(List<Subject> turns, int times) {
    List<List<Started>> starts = turns.stream().<List<Started>>map(_ -> new ArrayList<>()).toList();
    for (int time = 0; time < times; time++) {
      for (int turn = 0; turn < turns.size(); turn++) {
        starts.get(turn).add(Started.measure(turns.get(turn)));
      }
    }
    double millis = millis(starts.getFirst());
    double processor = processor(starts.getFirst());
    List<List<String>> rows = new ArrayList<>();
    for (int turn = 0; turn < turns.size(); turn++) {
      rows.add(
          List.of(
              turns.get(turn).name(),
              Texts.number(millis(starts.get(turn)), 0),
              Texts.number(millis(starts.get(turn)) / millis, 2),
              Texts.number(processor(starts.get(turn)), 0),
              Texts.number(processor(starts.get(turn)) / processor, 2),
              Texts.number(Started.classes(turns.get(turn)), 0)));
    }
    return rows;
  }

  private static double millis(List<Started> starts) {
    return Medians.of(starts.stream().map(Started::millis).toList());
  }

  private static double processor(List<Started> starts) {
    return Medians.of(starts.stream().map(Started::processorMillis).toList());
  }
}
