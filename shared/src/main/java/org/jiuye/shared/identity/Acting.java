package org.jiuye.shared.identity;

import java.util.Optional;
import org.jiuye.shared.problem.ProblemException;

/**
 * A caller who acts for a person: for oneself, or as staff for a citizen who asks for it. People
 * without a smartphone are served at any desk of the county, so staff act for citizens anywhere in
 * the county that they work in.
 */
public final class Acting {
  private final Caller caller;
  private final String personId;

  private Acting(Caller caller, String personId) {
    this.caller = caller;
    this.personId = personId;
  }

  /**
   * A caller who acts for a person.
   *
   * @param onBehalfOf the person that staff name; everybody else names nobody
   * @throws ProblemException 403 {@code wrong-role}, {@code person-not-registered}; 422 {@code
   *     on-behalf-of-required}
   */
  public static Acting of(Caller caller, Optional<String> onBehalfOf) {
    if (!caller.actsForOthers()) {
      if (onBehalfOf.isPresent()) {
        throw ProblemException.of(403, "wrong-role");
      }
      return new Acting(caller, caller.personId());
    }
    return new Acting(
        caller,
        onBehalfOf.orElseThrow(
            () -> ProblemException.ofField(422, "on-behalf-of-required", "/onBehalfOf")));
  }

  /** The person for whom the caller acts. */
  public String personId() {
    return personId;
  }

  /** Whether staff act for the person. */
  public boolean onBehalf() {
    return caller.actsForOthers();
  }

  /** The person, where staff act for it. */
  public Optional<String> onBehalfOf() {
    return onBehalf() ? Optional.of(personId) : Optional.empty();
  }

  public Caller caller() {
    return caller;
  }

  /** The caller, for the record. */
  public Actor actor() {
    return caller.actor();
  }

  /**
   * Makes sure that staff act in their own county.
   *
   * @throws ProblemException 403 {@code wrong-division}
   */
  public void requireReach(String division) {
    caller.requireReach(division);
  }
}
