package org.jiuye.stall.frontage.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.record.BuiltByName;

/**
 * One version of the rules by which a site's shops use the pavement.
 *
 * @param version counting from 1; every step keeps the one it was taken under
 * @param effectiveFrom the first night that it holds for
 * @param mostNights the nights of one declaration
 * @param horizonDays how many days ahead a declaration may begin
 * @param considerAfter how many breaches let a suspension be considered
 * @param windowDays for how many days a breach counts
 * @param conduct the code of conduct
 */
@BuiltByName
public record FrontagePolicy(
    String policyId,
    int version,
    LocalDate effectiveFrom,
    int mostNights,
    int horizonDays,
    int considerAfter,
    int windowDays,
    List<Conduct> conduct) {
  public FrontagePolicy {
    conduct = List.copyOf(conduct);
  }

  /**
   * What a shop must not do.
   *
   * @param code what a breach of it is recorded as
   * @param name by language tag
   */
  public record Conduct(String code, Map<String, String> name) {}

  /** The point of the code of conduct that a breach goes against, empty where it has none such. */
  public Optional<Conduct> conduct(String code) {
    return conduct.stream().filter(point -> point.code().equals(code)).findAny();
  }

  /** Since when breaches count. */
  public Instant countedSince(Instant now) {
    return now.minus(Duration.ofDays(windowDays));
  }

  /** Whether a frontage has so many breaches that a suspension may be considered. */
  public boolean isSuspensionDue(Frontage frontage) {
    return frontage.breaches().size() >= considerAfter;
  }
}
