package org.jiuye.shared.http;

import java.time.Duration;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.invocation.InvocationFunction;
import org.jiuye.shared.invocation.SafeLog;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a capability's routes. Whatever goes wrong is answered by a problem and never quoted; only
 * what is no event of an HTTP API at all fails the invocation.
 */
public final class HttpFunction extends InvocationFunction {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);

  private final Routes routes;
  private final Callers callers;
  private final ProblemWriter problems;

  public HttpFunction(Routes routes, Callers callers, Messages messages) {
    this.routes = routes;
    this.callers = callers;
    this.problems = new ProblemWriter(messages);
  }

  @Override
  protected byte[] invoke(byte[] event) {
    HttpRequest request = HttpEvents.read(event);
    try {
      return HttpEvents.write(answer(request));
    } catch (RuntimeException failure) {
      LOG.error(
          "{} {} failed: {}", request.routeKey(), request.requestId(), SafeLog.describe(failure));
      return HttpEvents.write(write(ProblemException.of(500, "internal-error"), request));
    }
  }

  private HttpResponse answer(HttpRequest request) {
    try {
      return dispatch(request);
    } catch (ProblemException problem) {
      return write(problem, request);
    } catch (ContentionException contention) {
      LOG.warn("{} {}: no verdict in time", request.routeKey(), request.requestId());
      return write(ProblemException.of(503, "busy").retryAfter(Duration.ofSeconds(1)), request);
    }
  }

  private HttpResponse dispatch(HttpRequest request) {
    Routes.Route route =
        routes.find(request.routeKey()).orElseThrow(() -> ProblemException.of(404, "not-found"));
    return switch (route) {
      case Routes.PublicRoute open -> open.handler().handle(request.withoutClaims());
      case Routes.CallerRoute guarded -> {
        Caller caller = callers.of(request.claims());
        if (!guarded.roles().contains(caller.role())) {
          throw ProblemException.of(403, "wrong-role");
        }
        yield guarded.handler().handle(request, caller);
      }
    };
  }

  private HttpResponse write(ProblemException problem, HttpRequest request) {
    return problems.write(problem, request.language(), request.requestId());
  }
}
