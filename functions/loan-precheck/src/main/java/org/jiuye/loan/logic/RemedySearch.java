package org.jiuye.loan.logic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the smallest set of changes after which no rule is failed. The rules propose changes; each
 * set of them is tried by running the rules again on the changed facts.
 *
 * @param <F> the facts
 * @param <T> the terms by which they are judged
 */
public final class RemedySearch<F, T> {
  /** Up to this many changes, every set is tried; beyond it, changes are dropped one by one. */
  private static final int MOST_FOR_ALL_SETS = 10;

  private final Function<F, Optional<Assessment<F, T>>> assess;

  /**
   * A search.
   *
   * @param assess runs the rules on changed facts, under the terms in force on their day; empty
   *     where none are known of that day
   */
  public RemedySearch(Function<F, Optional<Assessment<F, T>>> assess) {
    this.assess = assess;
  }

  /** What would make a failed assessment pass. */
  public Remedy<F> of(Assessment<F, T> failed) {
    List<String> beyond =
        failed.findings().entrySet().stream()
            .filter(entry -> entry.getValue().isFailed())
            .filter(entry -> entry.getValue().proposals().isEmpty())
            .map(entry -> entry.getKey().code())
            .toList();
    if (!beyond.isEmpty()) {
      return new Remedy<>(false, List.of(), beyond);
    }
    List<Change<F>> smallest = smallest(failed.facts());
    return new Remedy<>(!smallest.isEmpty(), smallest, List.of());
  }

  /** Whether no rule is failed once all the changes are made. */
  public boolean passes(F facts, List<Change<F>> changes) {
    return assess
        .apply(apply(facts, changes))
        .filter(assessment -> assessment.state() != State.NOT_MET)
        .isPresent();
  }

  /** The facts after all the changes, made one after the other. */
  public static <F> F apply(F facts, List<Change<F>> changes) {
    F changed = facts;
    for (Change<F> change : changes) {
      changed = change.applyTo(changed);
    }
    return changed;
  }

  /** The smallest set, in the order in which the changes are made; empty where no set passes. */
  private List<Change<F>> smallest(F facts) {
    List<Change<F>> candidates = candidates(facts);
    if (candidates.isEmpty() || !passes(facts, candidates)) {
      return List.of();
    }
    return candidates.size() <= MOST_FOR_ALL_SETS
        ? smallestSubset(facts, candidates)
        : withoutNeedless(facts, candidates);
  }

  /**
   * The changes that failed rules propose. A change that waits for a later day is made first: on
   * that day other facts count, and so other changes are needed.
   */
  private List<Change<F>> candidates(F facts) {
    Set<Change<F>> candidates = new LinkedHashSet<>();
    longestWait(facts).ifPresent(candidates::add);
    candidates.addAll(proposed(apply(facts, List.copyOf(candidates))));
    return List.copyOf(candidates);
  }

  private Optional<Change<F>> longestWait(F facts) {
    return proposed(facts).stream()
        .filter(change -> change.waitsUntil().isPresent())
        .max(Comparator.comparing(change -> change.waitsUntil().orElse(LocalDate.MIN)));
  }

  private List<Change<F>> proposed(F facts) {
    return assess.apply(facts).stream()
        .flatMap(assessment -> assessment.findings().values().stream())
        .filter(Finding::isFailed)
        .flatMap(finding -> finding.proposals().stream())
        .toList();
  }

  private List<Change<F>> smallestSubset(F facts, List<Change<F>> candidates) {
    int all = 1 << candidates.size();
    for (int size = 1; size < candidates.size(); size++) {
      for (int set = 1; set < all; set++) {
        if (Integer.bitCount(set) == size) {
          List<Change<F>> chosen = chosen(candidates, set);
          if (passes(facts, chosen)) {
            return chosen;
          }
        }
      }
    }
    return candidates;
  }

  /** The candidates whose bit is set. */
  private static <C> List<C> chosen(List<C> candidates, int set) {
    List<C> chosen = new ArrayList<>();
    for (int index = 0; index < candidates.size(); index++) {
      if ((set & (1 << index)) != 0) {
        chosen.add(candidates.get(index));
      }
    }
    return chosen;
  }

  private List<Change<F>> withoutNeedless(F facts, List<Change<F>> candidates) {
    List<Change<F>> kept = new ArrayList<>(candidates);
    for (Change<F> change : candidates) {
      List<Change<F>> fewer = new ArrayList<>(kept);
      fewer.remove(change);
      if (passes(facts, fewer)) {
        kept = fewer;
      }
    }
    return kept;
  }
}
