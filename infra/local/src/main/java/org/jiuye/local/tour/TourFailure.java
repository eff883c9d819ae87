package org.jiuye.local.tour;

/** A step did not go as it should; the message says what was expected and what came. */
final class TourFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  TourFailure(String message) {
    super(message);
  }
}
