package org.jiuye.stall.frontage;

import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;

/** {@code GET /frontages/{frontageId}}: one frontage with all that happened to it. One Query. */
final class GetFrontage {
  private final FrontageStore store;
  private final FrontageViews views;

  GetFrontage(FrontageStore store, FrontageViews views) {
    this.store = store;
    this.views = views;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    return store
        .history(FrontageAccess.frontageId(request))
        .filter(history -> FrontageAccess.maySee(caller, history.frontage()))
        .map(views::ok)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
