package org.jiuye.stall;

import org.jiuye.stall.model.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * Watches over work that looks at a session and writes, again and again until there is nothing left
 * to do. A refused write means that somebody else was faster, so the session must look different
 * the next time; where it does not, its records do not fit together, and no further round helps.
 */
final class Rounds {
  private @Nullable SessionState refused;

  /** A write that is refused although nobody else was faster. */
  static final class StuckException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    StuckException() {
      super("A step that can never be taken");
    }
  }

  /**
   * Begins a round.
   *
   * @throws StuckException when the last one wrote nothing and nothing has changed since
   */
  void begin(SessionState state) {
    if (state.equals(refused)) {
      throw new StuckException();
    }
  }

  /** Ends a round of work that there was, with how much of it was done. */
  void end(SessionState state, int written) {
    refused = written == 0 ? state : null;
  }
}
