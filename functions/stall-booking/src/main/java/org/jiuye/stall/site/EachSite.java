package org.jiuye.stall.site;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jiuye.shared.invocation.SafeLog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a schedule's work site by site: one that fails does not keep the others from theirs, but
 * fails the run, which then comes again.
 */
public final class EachSite {
  private static final Logger LOG = LoggerFactory.getLogger(EachSite.class);

  private EachSite() {}

  public static <R> R of(List<Site> sites, Function<Site, R> work, R start, BinaryOperator<R> sum) {
    return of(sites, Site::siteId, work, start, sum);
  }

  /** The same, session by session. */
  public static <R> R ofSessions(
      List<Session> sessions, Function<Session, R> work, R start, BinaryOperator<R> sum) {
    return of(
        sessions, session -> session.site().siteId() + " " + session.date(), work, start, sum);
  }

  /**
   * The same, one by one of whatever there is.
   *
   * @param name what the log calls one
   */
  public static <T, R> R of(
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
