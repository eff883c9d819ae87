package org.jiuye.shared.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiuye.shared.problem.ProblemException;

/** A caller: an account with a role, the divisions that it acts in, and the person behind it. */
public final class Caller {
  private final String account;
  private final Role role;
  private final List<String> divisions;
  private final Supplier<Optional<String>> person;

  /**
   * A caller.
   *
   * @param account the token's {@code sub}
   * @param divisions codes of 6, 9 or 12 digits (county, township, village)
   * @param person looks up the person behind the account when it is needed
   */
  public Caller(
      String account, Role role, List<String> divisions, Supplier<Optional<String>> person) {
    this.account = account;
    this.role = role;
    this.divisions = List.copyOf(divisions);
    this.person = person;
  }

  /** The token's {@code sub}: for the record of an act, never for rules. */
  public String account() {
    return account;
  }

  public Role role() {
    return role;
  }

  public List<String> divisions() {
    return divisions;
  }

  /** Whether the caller acts in a division: one of the caller's own covers it. */
  public boolean covers(String division) {
    return divisions.stream().anyMatch(division::startsWith);
  }

  /** Whether the caller acts anywhere in the county (six digits) that a division belongs to. */
  public boolean actsInCountyOf(String division) {
    String county = division.substring(0, 6);
    return divisions.stream().anyMatch(own -> own.startsWith(county));
  }

  /** The caller, for the record. */
  public Actor actor() {
    return new Actor(account, role.claim());
  }

  /** Whether the caller acts for other persons, at their wish. */
  public boolean actsForOthers() {
    return role.actsForOthers();
  }

  /**
   * Whether the caller may touch what is in a division: staff who act for others in their own
   * county alone, everybody else anywhere.
   */
  public boolean reaches(String division) {
    return !actsForOthers() || actsInCountyOf(division);
  }

  /**
   * Makes sure that staff act in their own county.
   *
   * @throws ProblemException 403 {@code wrong-division}
   */
  public void requireReach(String division) {
    if (!reaches(division)) {
      throw ProblemException.of(403, "wrong-division");
    }
  }

  /** Whether the caller is a person. */
  public boolean is(String personId) {
    return registeredPerson().filter(personId::equals).isPresent();
  }

  /** The person behind the account, empty where nobody is registered under it. */
  public Optional<String> registeredPerson() {
    return person.get();
  }

  /**
   * The person behind the account.
   *
   * @throws ProblemException 403 {@code person-not-registered}
   */
  public String personId() {
    return registeredPerson().orElseThrow(() -> ProblemException.of(403, "person-not-registered"));
  }
}
