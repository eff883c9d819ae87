package org.jiuye.emulators.gateway;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Faults that the cloud has and the emulators never do, caused on purpose. */
public final class Faults {

  private final List<Injection> injections = new CopyOnWriteArrayList<>();

  public Faults() {}

  /** A trouble. */
  public enum Fault {
    /**
     * {@code TransactionCanceledException} with the reason {@code TransactionConflict}, or {@code
     * TransactionConflictException} of a single write; nothing is written. Befalls writes only.
     */
    TRANSACTION_CONFLICT,
    /** {@code ProvisionedThroughputExceededException}; nothing is done. */
    THROTTLING,
    /** An error 500; nothing is done. */
    INTERNAL_ERROR,
    /** An error 500 although what was asked for is done. */
    LOST_REPLY
  }

  /** Lets a fault befall item writes of functions. */
  public Injection inject(Fault fault, double fraction, long seed) {
    return inject(fault, fraction, seed, ServiceCall::isItemWrite);
  }

  /**
   * Lets a fault befall some of the functions' calls. The administrator's calls are never hit.
   *
   * @param fraction the part of the matching calls that is hit, 0 to 1
   * @param seed decides which calls are hit: the same ones for the same seed and order of calls
   * @return ends it when closed
   */
  public Injection inject(
      Fault fault, double fraction, long seed, Predicate<ServiceCall> matching) {
    Injection injection = new Injection(fault, fraction, seed, matching);
    injections.add(injection);
    return injection;
  }

  /** Ends all faults. */
  public void clear() {
    injections.clear();
  }

  Optional<Fault> next(ServiceCall call) {
    if (call.functionLogicalId().isEmpty()) {
      return Optional.empty();
    }
    return injections.stream()
        .filter(injection -> injection.hits(call))
        .map(injection -> injection.fault)
        .findFirst();
  }

  /** A fault that goes on until this is closed. */
  public final class Injection implements AutoCloseable {

    private final Fault fault;
    private final double fraction;
    private final SplittableRandom random;
    private final Predicate<ServiceCall> matching;
    private final AtomicLong hits = new AtomicLong();

    private Injection(Fault fault, double fraction, long seed, Predicate<ServiceCall> matching) {
      this.fault = fault;
      this.fraction = fraction;
      this.random = new SplittableRandom(seed);
      this.matching = matching;
    }

    /** How many calls were hit so far. */
    public long hits() {
      return hits.get();
    }

    @Override
    public void close() {
      injections.remove(this);
    }

    private boolean hits(ServiceCall call) {
      boolean canHit = fault != Fault.TRANSACTION_CONFLICT || call.isItemWrite();
      if (!canHit || !matching.test(call)) {
        return false;
      }
      synchronized (random) {
        if (random.nextDouble() >= fraction) {
          return false;
        }
      }
      hits.incrementAndGet();
      return true;
    }
  }
}
