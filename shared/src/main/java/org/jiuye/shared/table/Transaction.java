package org.jiuye.shared.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiuye.shared.aws.ContentionException;

/**
 * Several writes, all or none. Each has the name of what it is about, by which a refusal is
 * understood; what nobody asks about needs none.
 */
public final class Transaction {
  private final List<Write> writes = new ArrayList<>();
  private final Map<Part, Integer> positions = new LinkedHashMap<>();
  private final Map<Integer, Supplier<? extends RuntimeException>> required = new LinkedHashMap<>();

  /**
   * The name of a write within a transaction: a constant of a store's enum, or a record where there
   * are as many as there are things.
   */
  public interface Part {}

  /** Adds a part. */
  public Transaction with(Part part, Write write) {
    if (positions.putIfAbsent(part, writes.size()) != null) {
      throw new IllegalArgumentException("Two parts are called " + part);
    }
    writes.add(write);
    return this;
  }

  /** Adds a write that nobody asks about. */
  public Transaction and(Write write) {
    writes.add(write);
    return this;
  }

  /** Adds writes that nobody asks about. */
  public Transaction and(List<? extends Write> more) {
    writes.addAll(more);
    return this;
  }

  /** Adds a write whose refusal is thrown. */
  public Transaction require(Requirement requirement) {
    required.put(writes.size(), requirement.otherwise());
    writes.add(requirement.write());
    return this;
  }

  /** Adds a write whose refusal is thrown, none or one. */
  public Transaction require(Optional<Requirement> requirement) {
    requirement.ifPresent(this::require);
    return this;
  }

  /**
   * Writes all, or nothing.
   *
   * @throws RuntimeException what a requirement brings, where its condition did not hold; of
   *     several, the first that was added
   * @throws ContentionException when the invocation's time is over before a verdict
   */
  public Outcome write(Table table) {
    Refusals refusals = table.write(writes);
    required.forEach(
        (position, otherwise) -> {
          if (refusals.isRefused(position)) {
            throw otherwise.get();
          }
        });
    return new Outcome(refusals, positions);
  }
}
