package org.jiuye.loan.logic;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Something that somebody can do so that a condition is met.
 *
 * @param <F> the facts that it changes
 */
public interface Change<F> {
  /** Its name, under which the message files say what to do. */
  String code();

  /** The values for the gaps of that text. */
  Map<String, Object> details();

  /** The facts once it is done. */
  F applyTo(F facts);

  /** The first possible day, where the change is to wait for it; otherwise empty. */
  default Optional<LocalDate> waitsUntil() {
    return Optional.empty();
  }
}
