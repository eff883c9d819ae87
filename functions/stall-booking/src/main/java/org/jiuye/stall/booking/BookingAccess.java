package org.jiuye.stall.booking;

import java.util.Set;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.stall.session.model.Booking;

/** Whose booking is whose to see and to change. */
final class BookingAccess {
  private static final Set<Role> HOLDERS = Set.of(Role.CITIZEN, Role.EMPLOYER);

  private BookingAccess() {}

  /** Whether a caller may do with a booking what its holder may. */
  static boolean mayActOn(Caller caller, Booking booking) {
    if (caller.actsForOthers()) {
      return caller.actsInCountyOf(booking.division());
    }
    return HOLDERS.contains(caller.role()) && caller.is(booking.personId());
  }

  /** Whether a caller may see a booking: a warden sees those of the own divisions. */
  static boolean maySee(Caller caller, Booking booking) {
    return mayActOn(caller, booking)
        || (caller.role() == Role.WARDEN && caller.covers(booking.division()));
  }
}
