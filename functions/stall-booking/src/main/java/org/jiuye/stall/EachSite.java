package org.jiuye.stall;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jiuye.shared.invocation.SafeLog;
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
    R report = start;
    @Nullable RuntimeException failure = null;
    for (Site site : sites) {
      try {
        report = sum.apply(report, work.apply(site));
      } catch (RuntimeException siteFailure) {
        LOG.error("Site {} failed: {}", site.siteId(), SafeLog.describe(siteFailure));
        failure = siteFailure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return report;
  }
}
