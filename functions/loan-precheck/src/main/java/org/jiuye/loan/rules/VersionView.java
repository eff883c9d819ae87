package org.jiuye.loan.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.policy.PolicyVersion;
import org.jiuye.shared.text.Language;

/**
 * A version of a policy, as it is answered.
 *
 * @param undated why nobody knows since when it has been in force
 */
public record VersionView(
    String policyId,
    int version,
    Optional<LocalDate> effectiveFrom,
    Optional<LocalDate> effectiveTo,
    Optional<String> undated) {
  public static VersionView of(PolicyVersion policy, Language language) {
    return new VersionView(
        policy.policyId(),
        policy.version(),
        policy.effectiveFrom(),
        policy.effectiveTo(),
        policy.undated().map(reason -> reason.getOrDefault(language.tag(), "")));
  }
}
