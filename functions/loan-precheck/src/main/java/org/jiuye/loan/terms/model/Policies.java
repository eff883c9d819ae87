package org.jiuye.loan.terms.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiuye.shared.policy.PolicyHistory;
import org.jiuye.shared.policy.PolicyVersion;

/** All versions of the terms of all products. */
public final class Policies {
  private final Map<Product, PolicyHistory> histories = new EnumMap<>(Product.class);
  private final Map<String, Terms> terms;

  public Policies(List<PolicyVersion> versions) {
    versions.stream()
        .collect(Collectors.groupingBy(version -> Product.valueOf(version.subject())))
        .forEach((product, own) -> histories.put(product, new PolicyHistory(own)));
    terms = versions.stream().collect(Collectors.toMap(PolicyVersion::policyId, Terms::new));
  }

  /** The terms in force on a day; empty before the first version. */
  public Optional<Terms> on(Product product, LocalDate day) {
    return Optional.ofNullable(histories.get(product))
        .flatMap(history -> history.on(day))
        .map(this::termsOf);
  }

  /** All versions of a product's terms, the oldest first, those without a first day last. */
  public List<Terms> versions(Product product) {
    return Optional.ofNullable(histories.get(product)).stream()
        .flatMap(history -> history.versions().stream())
        .map(this::termsOf)
        .toList();
  }

  /** A version by its id. */
  public Optional<Terms> version(String policyId) {
    return Optional.ofNullable(terms.get(policyId));
  }

  private Terms termsOf(PolicyVersion version) {
    return version(version.policyId()).orElseThrow();
  }
}
