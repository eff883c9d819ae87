package org.jiuye.contract.source;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the contract, so that a build tells all of it at once. */
public final class Findings {
  private final List<String> findings = new ArrayList<>();

  /** Adds what is wrong at a place. */
  public void add(Place place, String reason) {
    findings.add(place + ": " + reason);
  }

  /**
   * Stops where something is wrong.
   *
   * @throws ContractException naming all of it
   */
  public void refuse() {
    if (!findings.isEmpty()) {
      throw new ContractException(findings);
    }
  }
}
