package org.jiuye.stall;

/**
 * The seed of a test by chance, printed so that its choices can be replayed: {@code
 * -Djiuye.seed=…}.
 */
public final class ReplaySeed {
  private ReplaySeed() {}

  public static long of(Class<?> test) {
    long seed = Long.getLong("jiuye.seed", System.nanoTime());
    System.out.println(test.getSimpleName() + ": replay with -Djiuye.seed=" + seed);
    return seed;
  }
}
