package org.jiuye.stall.frontage;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.frontage.model.Frontage;

/**
 * Whose frontage is whose to see and to change. The holder speaks for the shop, or staff of the
 * county do on the holder's behalf; wardens and the county's own decisions are bound to the
 * divisions that they act in.
 */
final class FrontageAccess {
  private static final Pattern FRONTAGE_ID = Pattern.compile("[A-Za-z0-9.-]{1,80}");

  private final FrontageStore store;

  FrontageAccess(FrontageStore store) {
    this.store = store;
  }

  static String frontageId(HttpRequest request) {
    return request.readParameters(parameters -> parameters.path("frontageId", FRONTAGE_ID));
  }

  /**
   * The frontage that a request's path names, for staff of its site's division.
   *
   * @throws ProblemException 404 {@code not-found}, 403 {@code wrong-division}
   */
  Frontage inOwnDivision(HttpRequest request, Caller caller) {
    Frontage frontage = find(request);
    if (!caller.covers(frontage.division())) {
      throw ProblemException.of(403, "wrong-division");
    }
    return frontage;
  }

  /**
   * The frontage that a request's path names, for its holder and the staff of its county.
   *
   * @throws ProblemException 404 where there is none that the caller may see
   */
  Frontage ofHolderOrStaff(HttpRequest request, Caller caller) {
    Frontage frontage = find(request);
    if (!maySee(caller, frontage)) {
      throw ProblemException.of(404, "not-found");
    }
    return frontage;
  }

  /** Whether a caller may see what happened to a frontage. */
  static boolean maySee(Caller caller, Frontage frontage) {
    return switch (caller.role()) {
      case WARDEN -> caller.covers(frontage.division());
      case CASEWORKER, VILLAGE_WORKER, ADMIN -> caller.actsInCountyOf(frontage.division());
      case EMPLOYER -> caller.registeredPerson().filter(frontage.personId()::equals).isPresent();
      case CITIZEN, INSTITUTION, BANK -> false;
    };
  }

  /**
   * The holder for whom staff end a frontage: nobody where the holder or the county itself ends it.
   *
   * @return the holder, where staff act on the holder's behalf
   * @throws ProblemException 403 {@code wrong-role}, 403 {@code wrong-division}, 422 {@code
   *     on-behalf-of-required}, {@code not-the-holder}
   */
  static Optional<String> endsFor(Caller caller, Frontage frontage, Optional<String> onBehalfOf) {
    if (caller.role() == Role.EMPLOYER && onBehalfOf.isPresent()) {
      throw ProblemException.of(403, "wrong-role");
    }
    if (caller.role() == Role.VILLAGE_WORKER && onBehalfOf.isEmpty()) {
      throw ProblemException.ofField(422, "on-behalf-of-required", "/onBehalfOf");
    }
    if (onBehalfOf.isPresent() && !onBehalfOf.get().equals(frontage.personId())) {
      throw ProblemException.ofField(422, "not-the-holder", "/onBehalfOf");
    }
    if (isCountys(caller, onBehalfOf) && !caller.covers(frontage.division())) {
      throw ProblemException.of(403, "wrong-division");
    }
    return onBehalfOf;
  }

  /** Whether what a caller does is the county's own decision, not the shop's wish. */
  static boolean isCountys(Caller caller, Optional<String> onBehalfOf) {
    return onBehalfOf.isEmpty() && caller.role() != Role.EMPLOYER;
  }

  private Frontage find(HttpRequest request) {
    return store
        .frontage(frontageId(request))
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
