package org.jiuye.shared.table;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.invocation.Deadline;

/**
 * Looks at what stands and acts on it, until that is done. An act that is refused because somebody
 * else was faster looks again: what stands must then look different. This ends with the
 * invocation's time, and where nothing changes although the act is refused.
 */
public final class LookAgain {
  /** What is taken and given back between two looks looks unchanged, but not so often in a row. */
  static final int MOST_UNCHANGED = 3;

  private static final int WITHOUT_PAUSE = 3;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private LookAgain() {}

  /**
   * A write is refused again and again although nothing changes: records that belong together do
   * not fit together, and no further look helps.
   */
  public static final class StuckException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    StuckException(Class<?> looked) {
      super("Refused although nothing changes: " + looked.getName());
    }
  }

  /**
   * Looks and acts until there is a result.
   *
   * @param look reads what stands, with every write that was answered before; it is compared by
   *     {@code equals}, so it must hold all that the act depends on
   * @param act acts on it by one conditional write, or several; empty to look again
   * @throws ContentionException when the invocation's time is over
   * @throws StuckException when the act is refused although nothing changes
   */
  public static <S, R> R until(Supplier<S> look, Function<S, Optional<R>> act) {
    return until(look.get(), look, act);
  }

  /**
   * The same for what was looked at before.
   *
   * @param first what stood at the first look
   */
  public static <S, R> R until(S first, Supplier<S> look, Function<S, Optional<R>> act) {
    S now = first;
    int unchanged = 0;
    for (int looks = 1; unchanged < MOST_UNCHANGED; looks++) {
      Optional<R> result = act.apply(now);
      if (result.isPresent()) {
        return result.get();
      }
      thinOut(looks);
      if (Deadline.remaining().isZero()) {
        throw new ContentionException();
      }
      S before = now;
      now = look.get();
      unchanged = now.equals(before) ? unchanged + 1 : 0;
    }
    throw new StuckException(now.getClass());
  }

  /**
   * Looks and acts until it is done.
   *
   * @param act false to look again
   * @throws ContentionException when the invocation's time is over
   * @throws StuckException when the act is refused although nothing changes
   */
  public static <S> void untilDone(Supplier<S> look, Predicate<S> act) {
    until(look, now -> act.test(now) ? Optional.of(true) : Optional.empty());
  }

  /** Many who look again at once pause, by chance, so that fewer are refused at the next look. */
  private static void thinOut(int looks) {
    if (looks <= WITHOUT_PAUSE) {
      return;
    }
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS) + 1);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new ContentionException(interruption);
    }
  }
}
