package org.jiuye.shared.invocation;

/**
 * Work that a function does before Lambda takes a snapshot of it (SnapStart) rather than during its
 * first event. It must not create anything that all copies of the snapshot would share: no
 * connections, no credentials, no random values.
 */
@FunctionalInterface
public interface Priming {
  /** Does this work. */
  void prime();
}
