package org.jiuye.loan.rules.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.Terms;

/**
 * Finds the smallest set of changes after which no criterion is failed. Rules name candidates;
 * whether a set does is found by running the rules again on the changed facts, under the version
 * that is in force on the day on which one would apply then.
 */
public final class Mending {
  /**
   * Up to so many candidates all sets are tried; beyond, one change after the other is left out.
   */
  private static final int MOST_FOR_ALL_SETS = 10;

  private final Function<Facts, Optional<Terms>> termsFor;

  public Mending(Function<Facts, Optional<Terms>> termsFor) {
    this.termsFor = termsFor;
  }

  /** What would help facts that failed. */
  public Precheck.Changes of(Judged failed) {
    List<String> beyond =
        failed.findings().entrySet().stream()
            .filter(entry -> isFailed(entry.getValue()) && entry.getValue().mends().isEmpty())
            .map(entry -> entry.getKey().code())
            .toList();
    if (!beyond.isEmpty()) {
      return new Precheck.Changes(false, List.of(), beyond);
    }
    List<Change> smallest = smallest(failed.facts());
    return new Precheck.Changes(
        !smallest.isEmpty(),
        smallest.stream()
            .map(change -> new Precheck.ToDo(change.code(), change.details()))
            .toList(),
        List.of());
  }

  /** The smallest set, in the order in which it is done; empty where none does. */
  public List<Change> smallest(Facts facts) {
    List<Change> candidates = candidates(facts);
    if (candidates.isEmpty() || !passes(facts, candidates)) {
      return List.of();
    }
    return candidates.size() <= MOST_FOR_ALL_SETS
        ? smallestOf(facts, candidates)
        : withoutNeedless(facts, candidates);
  }

  public static Facts apply(Facts facts, List<Change> changes) {
    Facts changed = facts;
    for (Change change : changes) {
      changed = change.applyTo(changed);
    }
    return changed;
  }

  /** Whether no criterion is failed once the changes are made. */
  public boolean passes(Facts facts, List<Change> changes) {
    return judge(apply(facts, changes))
        .filter(judged -> judged.verdict() != Verdict.NOT_ELIGIBLE)
        .isPresent();
  }

  /** A later day first: it moves what counts, and so what else is to be done. */
  private List<Change> candidates(Facts facts) {
    Set<Change> candidates = new LinkedHashSet<>();
    latestDay(facts).ifPresent(candidates::add);
    Facts later = apply(facts, List.copyOf(candidates));
    judge(later)
        .ifPresent(
            judged ->
                judged.findings().values().stream()
                    .filter(Mending::isFailed)
                    .flatMap(finding -> finding.mends().stream())
                    .forEach(candidates::add));
    return new ArrayList<>(candidates);
  }

  private Optional<Change> latestDay(Facts facts) {
    return judge(facts).stream()
        .flatMap(judged -> judged.findings().values().stream())
        .filter(Mending::isFailed)
        .flatMap(finding -> finding.mends().stream())
        .filter(Change.ApplyFrom.class::isInstance)
        .map(Change.ApplyFrom.class::cast)
        .reduce((one, other) -> one.day().isAfter(other.day()) ? one : other)
        .map(change -> (Change) change);
  }

  private List<Change> smallestOf(Facts facts, List<Change> candidates) {
    int all = 1 << candidates.size();
    for (int size = 1; size < candidates.size(); size++) {
      for (int set = 1; set < all; set++) {
        if (Integer.bitCount(set) == size) {
          List<Change> chosen = chosen(candidates, set);
          if (passes(facts, chosen)) {
            return chosen;
          }
        }
      }
    }
    return candidates;
  }

  private static List<Change> chosen(List<Change> candidates, int set) {
    List<Change> chosen = new ArrayList<>();
    for (int index = 0; index < candidates.size(); index++) {
      if ((set & (1 << index)) != 0) {
        chosen.add(candidates.get(index));
      }
    }
    return chosen;
  }

  private List<Change> withoutNeedless(Facts facts, List<Change> candidates) {
    List<Change> kept = new ArrayList<>(candidates);
    for (Change change : candidates) {
      List<Change> fewer = new ArrayList<>(kept);
      fewer.remove(change);
      if (passes(facts, fewer)) {
        kept = fewer;
      }
    }
    return kept;
  }

  private Optional<Judged> judge(Facts facts) {
    return termsFor.apply(facts).map(terms -> Judged.of(facts, terms));
  }

  private static boolean isFailed(Finding finding) {
    return finding.applies() && finding.state() == State.NOT_MET;
  }
}
