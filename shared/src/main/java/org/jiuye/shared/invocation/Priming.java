package org.jiuye.shared.invocation;

/**
 * What a function does before Lambda takes a snapshot of it (SnapStart), so that it need not do it
 * for the first event. It must open, read and draw nothing that every copy of the snapshot would
 * share: no connection, no credentials, no random values.
 */
@FunctionalInterface
public interface Priming {
  /** Does it. */
  void prime();
}
