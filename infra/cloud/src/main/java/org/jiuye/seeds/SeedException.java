package org.jiuye.seeds;

import java.util.List;
import java.util.stream.Collectors;

/** Seeds that cannot be loaded; nothing of them was written. */
public final class SeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<SeedError> errors;

  SeedException(List<SeedError> errors) {
    super(
        errors.stream()
            .sorted(SeedError.BY_PLACE)
            .map(SeedError::toString)
            .collect(Collectors.joining("\n")));
    this.errors = errors.stream().sorted(SeedError.BY_PLACE).toList();
  }

  /** Everything that is wrong, by file and line. The message holds the same, one error a line. */
  public List<SeedError> errors() {
    return errors;
  }
}
