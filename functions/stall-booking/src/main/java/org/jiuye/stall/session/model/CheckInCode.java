package org.jiuye.stall.session.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The six digits that a holder tells the warden. */
public final class CheckInCode {
  /** Wrong codes after which a booking takes no more: the right one must not be guessed. */
  public static final int MOST_WRONG = 5;

  private CheckInCode() {}

  /** Whether so many wrong codes were told that no further one is looked at. */
  public static boolean isLocked(Booking booking) {
    return booking.wrongCodes() >= MOST_WRONG;
  }

  /** Whether this is the booking's code. */
  public static boolean fits(Booking booking, String told) {
    return booking
        .code()
        .filter(
            code ->
                MessageDigest.isEqual(
                    code.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }
}
