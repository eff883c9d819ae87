package org.jiuye.stall;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jiuye.shared.invocation.SafeLog;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a schedule's work site by site: one that fails does not keep the others from theirs, but
 * fails the run, which then comes again.
 */
final class EachSite {
  private static final Logger LOG = LoggerFactory.getLogger(EachSite.class);

  private EachSite() {}

  static <R> R of(List<Site> sites, Function<Site, R> work, R start, BinaryOperator<R> sum) {
    return of(sites, Site::siteId, work, start, sum);
  }

  /** The same, session by session. */
  static <R> R ofSessions(
      List<Session> sessions, Function<Session, R> work, R start, BinaryOperator<R> sum) {
    return of(
        sessions, session -> session.site().siteId() + " " + session.date(), work, start, sum);
  }

  /** The same, employer by employer. */
  static <R> R ofEmployers(
      List<EmployerStore.Withdrawal> employers,
      Function<EmployerStore.Withdrawal, R> work,
      R start,
      BinaryOperator<R> sum) {
    return of(employers, EmployerStore.Withdrawal::creditCode, work, start, sum);
  }

  private static <T, R> R of(
      List<T> all, Function<T, String> name, Function<T, R> work, R start, BinaryOperator<R> sum) {
    R report = start;
    @Nullable RuntimeException failure = null;
    for (T one : all) {
      try {
        report = sum.apply(report, work.apply(one));
      } catch (RuntimeException oneFailure) {
        LOG.error("{} failed: {}", name.apply(one), SafeLog.describe(oneFailure));
        failure = oneFailure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return report;
  }
}
