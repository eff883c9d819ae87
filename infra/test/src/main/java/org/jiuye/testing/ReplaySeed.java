package org.jiuye.testing;

/**
 * The seed of a test by chance: another one in every run, printed so that the run can be replayed
 * with {@code -Djiuye.seed=…}. A test whose cases are to be the same in every run names its seed
 * itself.
 */
public final class ReplaySeed {
  private ReplaySeed() {}

  /** The seed of a test's class. */
  public static long of(Class<?> test) {
    long seed = Long.getLong("jiuye.seed", System.nanoTime());
    System.out.println(test.getSimpleName() + ": replay with -Djiuye.seed=" + seed);
    return seed;
  }
}
