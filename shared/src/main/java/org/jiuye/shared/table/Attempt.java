package org.jiuye.shared.table;

import java.util.Optional;

/**
 * One attempt at an effect that is to happen once, whatever is repeated. Its record belongs in the
 * effect's own transaction; a refusal of it means that somebody else makes the same attempt.
 */
@FunctionalInterface
public interface Attempt {
  /** An attempt that nobody repeats. */
  Attempt UNRECORDED = made -> Optional.empty();

  /**
   * The write that belongs in the effect's transaction, none or one.
   *
   * @param made the id of what the effect makes or changes
   */
  Optional<Requirement> record(String made);
}
