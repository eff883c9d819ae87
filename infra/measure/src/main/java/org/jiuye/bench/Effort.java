package org.jiuye.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param callers who call at once, one row each
 * @param warmUps pairs of blocks that are not counted
 * @param pairs pairs of blocks a row
 * @param operations a block
 * @param starts of the local cloud, each way
 * @param waiting how many persons wait for the stalls of one session
 * @param coldStarts of a function's process, each way
 * @param invocations of a warm function, a round
 * @param rounds of invocations
 */
record Effort(
    List<Integer> callers,
    int warmUps,
    int pairs,
    int operations,
    int starts,
    int waiting,
    int coldStarts,
    int invocations,
    int rounds) {
  static final Effort USUAL = new Effort(List.of(1, 4, 16), 50, 21, 60, 5, 1_000, 11, 5_000, 5);
  static final Effort QUICK = new Effort(List.of(1, 4), 15, 7, 60, 2, 100, 3, 500, 1);
}
