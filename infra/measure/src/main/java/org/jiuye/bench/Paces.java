package org.jiuye.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiuye.bench.Crowd.Pace;

/** How fast operations were, through the function and raw. */
final class Paces {
  private final List<List<String>> rows = new ArrayList<>();

  Paces() {
    rows.add(
        List.of(
            "operation",
            "callers",
            "function/s",
            "raw/s",
            "ratio",
            "function processor",
            "raw processor"));
  }

  /**
   * Blocks that were measured by turns.
   *
   * @param function the operation through the function
   * @param raw the same requests raw; as many blocks
   */
  record Result(Operation operation, int callers, List<Pace> function, List<Pace> raw) {
    double ratio() {
      return Medians.of(
          IntStream.range(0, raw.size())
              .mapToObj(pair -> function.get(pair).perSecond() / raw.get(pair).perSecond())
              .toList());
    }
  }

  void add(Result result) {
    rows.add(
        List.of(
            result.operation().title(),
            Integer.toString(result.callers()),
            median(result.function(), Pace::perSecond, 0),
            median(result.raw(), Pace::perSecond, 0),
            Texts.number(result.ratio(), 2),
            median(result.function(), Pace::processorMillis, 2),
            median(result.raw(), Pace::processorMillis, 2)));
  }

  List<String> table() {
    return Texts.table(rows);
  }

  private static String median(List<Pace> blocks, ToDoubleFunction<Pace> figure, int decimals) {
    return Texts.number(Medians.of(blocks.stream().map(figure::applyAsDouble).toList()), decimals);
  }
}
