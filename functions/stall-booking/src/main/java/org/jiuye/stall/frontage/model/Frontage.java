package org.jiuye.stall.frontage.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiuye.shared.record.BuiltByName;

/**
 * The pavement in front of a shop, as the shop declared it for a season.
 *
 * @param division the site's, kept so that rights to it need no site
 * @param creditCode the shop's unified social credit code
 * @param personId the holder, who speaks for the shop
 * @param onBehalf whether staff declared it for the holder
 * @param state as it was last changed; see {@link #stateOn}
 * @param suspendedUntil the last night of a suspension that has one
 * @param breaches when the breaches that may still count were seen, oldest first
 * @param policyVersion the version of the site's rules that it was declared under
 * @param version of this record, counting from 1
 */
@BuiltByName
public record Frontage(
    String frontageId,
    String siteId,
    String division,
    String stallNo,
    String creditCode,
    String shopName,
    String personId,
    boolean onBehalf,
    FrontageNights nights,
    FrontageState state,
    Optional<LocalDate> suspendedUntil,
    List<Instant> breaches,
    Instant declaredAt,
    String policyId,
    int policyVersion,
    long version) {
  /** As many as a person can look through; older ones are among the steps. */
  private static final int MOST_BREACHES = 100;

  public Frontage {
    breaches = List.copyOf(breaches);
  }

  /** Where the frontage stands on a night: a suspension ends by itself, and so does the season. */
  public FrontageState stateOn(LocalDate night) {
    return stateOn(night, nights, state, suspendedUntil);
  }

  static FrontageState stateOn(
      LocalDate night,
      FrontageNights nights,
      FrontageState state,
      Optional<LocalDate> suspendedUntil) {
    if (state == FrontageState.ENDED || night.isAfter(nights.to())) {
      return FrontageState.ENDED;
    }
    boolean over = suspendedUntil.map(night::isAfter).orElse(false);
    return over ? FrontageState.ACTIVE : state;
  }

  /** What anybody may know of it. */
  public FrontagePlace.Claim claim() {
    return new FrontagePlace.Claim(shopName, creditCode, nights, state, suspendedUntil);
  }

  /**
   * This frontage with one more breach.
   *
   * @param countedSince breaches before it count no more
   */
  public Frontage breached(Instant seenAt, Instant countedSince, FrontageState stands) {
    List<Instant> counted =
        Stream.concat(breaches.stream(), Stream.of(seenAt))
            .filter(breach -> !breach.isBefore(countedSince))
            .sorted()
            .toList();
    int first = Math.max(0, counted.size() - MOST_BREACHES);
    Optional<LocalDate> until =
        stands == FrontageState.SUSPENDED ? suspendedUntil : Optional.empty();
    return with(stands, until, counted.subList(first, counted.size()));
  }

  /** This frontage suspended; the breaches up to now are dealt with thereby. */
  public Frontage suspended(Optional<LocalDate> until) {
    return with(FrontageState.SUSPENDED, until, List.of());
  }

  /** This frontage free to be used again. */
  public Frontage lifted() {
    return with(FrontageState.ACTIVE, Optional.empty(), breaches);
  }

  /** This frontage given up or withdrawn. */
  public Frontage ended() {
    return with(FrontageState.ENDED, Optional.empty(), breaches);
  }

  private Frontage with(FrontageState after, Optional<LocalDate> until, List<Instant> counted) {
    return FrontageBuilder.builder(this)
        .state(after)
        .suspendedUntil(until)
        .breaches(counted)
        .version(version + 1)
        .build();
  }
}
