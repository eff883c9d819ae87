package org.jiuye.stall.frontage.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pavement in front of one shop, and the shops that declared it, each for its nights. Every
 * declaration of the place goes through it, so that its version decides between those that overlap.
 *
 * @param claims by frontage id, never two for one night
 * @param version counts its changes; 0 before the first
 */
public record FrontagePlace(
    String siteId, String stallNo, Map<String, Claim> claims, long version) {
  public FrontagePlace {
    claims = Map.copyOf(claims);
  }

  /**
   * What anybody may know of a declaration.
   *
   * @param suspendedUntil the last night of a suspension that has one
   */
  public record Claim(
      String shopName,
      String creditCode,
      FrontageNights nights,
      FrontageState state,
      Optional<LocalDate> suspendedUntil) {

    /** Where the frontage stands on a night. */
    public FrontageState stateOn(LocalDate night) {
      return Frontage.stateOn(night, nights, state, suspendedUntil);
    }
  }

  /** A place that nobody has declared yet. */
  public static FrontagePlace unclaimed(String siteId, String stallNo) {
    return new FrontagePlace(siteId, stallNo, Map.of(), 0);
  }

  /** Whether one of these nights is somebody's already. */
  public boolean isTaken(FrontageNights nights) {
    return claims.values().stream().anyMatch(claim -> claim.nights().overlap(nights));
  }

  /** The frontage of a night and its claim. */
  public Optional<Map.Entry<String, Claim>> on(LocalDate night) {
    return claims.entrySet().stream()
        .filter(entry -> entry.getValue().nights().contains(night))
        .findAny();
  }

  /** This place with one more declaration, and without those that ended before a night. */
  public FrontagePlace declaredBy(Frontage frontage, LocalDate tonight) {
    Map<String, Claim> more = new LinkedHashMap<>();
    claims.forEach(
        (frontageId, claim) -> {
          if (!claim.nights().to().isBefore(tonight)) {
            more.put(frontageId, claim);
          }
        });
    more.put(frontage.frontageId(), frontage.claim());
    return new FrontagePlace(siteId, stallNo, more, version + 1);
  }
}
