package org.jiuye.stall;

import java.util.Optional;
import java.util.Set;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.shared.http.Role;
import org.jiuye.stall.model.Actor;
import org.jiuye.stall.model.Booking;

/**
 * Who may act for whom. Citizens and employers act for the person behind the account. Who has no
 * smartphone is served at any desk of the county, so staff act for a citizen anywhere in the county
 * that they work in; a warden looks at what belongs to the sites of the own divisions.
 */
final class Agency {
  private static final Set<Role> HOLDERS = Set.of(Role.CITIZEN, Role.EMPLOYER);
  private static final Set<Role> AGENTS = Set.of(Role.CASEWORKER, Role.VILLAGE_WORKER, Role.ADMIN);

  private Agency() {}

  /**
   * The person for whom a caller wishes to act.
   *
   * @param onBehalfOf whom staff name; a citizen names nobody
   * @throws ProblemException 403 {@code wrong-role}, {@code person-not-registered}
   */
  static String principal(Caller caller, Optional<String> onBehalfOf) {
    boolean agent = isStaff(caller);
    if (onBehalfOf.isEmpty() && !agent) {
      return caller.personId();
    }
    if (onBehalfOf.isPresent() && agent) {
      return onBehalfOf.get();
    }
    throw agent
        ? ProblemException.ofField(422, "on-behalf-of-required", "/onBehalfOf")
        : ProblemException.of(403, "wrong-role");
  }

  /**
   * Makes sure that staff act in their own county.
   *
   * @throws ProblemException 403 {@code wrong-division}
   */
  static void requireCounty(Caller caller, String division) {
    if (!isInCounty(caller, division)) {
      throw ProblemException.of(403, "wrong-division");
    }
  }

  /** Whether a division is none of another county's, for staff; a citizen's may be anywhere. */
  static boolean isInCounty(Caller caller, String division) {
    return !isStaff(caller) || caller.actsInCountyOf(division);
  }

  /** Whether a caller acts for others. */
  static boolean isStaff(Caller caller) {
    return AGENTS.contains(caller.role());
  }

  /** Whether a caller may do with a booking what its holder may. */
  static boolean mayActOn(Caller caller, Booking booking) {
    if (isStaff(caller)) {
      return caller.actsInCountyOf(booking.division());
    }
    return HOLDERS.contains(caller.role())
        && caller.registeredPerson().filter(booking.personId()::equals).isPresent();
  }

  /** Whether a caller may see a booking. */
  static boolean maySee(Caller caller, Booking booking) {
    return mayActOn(caller, booking)
        || (caller.role() == Role.WARDEN && caller.covers(booking.division()));
  }

  static Actor actor(Caller caller) {
    return new Actor(caller.account(), caller.role().claim());
  }
}
