package org.jiuye.shared.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;

/**
 * A capability's routes: API Gateway has matched already, so this is a map. A route is public or
 * for callers of certain roles, never both.
 */
public final class Routes {
  private final Map<String, Route> routes;

  private Routes(Map<String, Route> routes) {
    this.routes = Map.copyOf(routes);
  }

  /** Begins a list of routes. */
  public static Builder builder() {
    return new Builder();
  }

  /** The routes' keys. */
  public Set<String> keys() {
    return new TreeSet<>(routes.keySet());
  }

  /** Whether a route is served without a token. */
  public boolean isPublic(String routeKey) {
    return routes.get(routeKey) instanceof PublicRoute;
  }

  Optional<Route> find(String routeKey) {
    return Optional.ofNullable(routes.get(routeKey));
  }

  /** A use case that anybody may call. */
  @FunctionalInterface
  public interface PublicHandler {
    HttpResponse handle(HttpRequest request);
  }

  /** A use case for somebody who has signed in. */
  @FunctionalInterface
  public interface CallerHandler {
    HttpResponse handle(HttpRequest request, Caller caller);
  }

  sealed interface Route {}

  record PublicRoute(PublicHandler handler) implements Route {}

  record CallerRoute(CallerHandler handler, Set<Role> roles) implements Route {}

  /** Collects routes. */
  public static final class Builder {
    private final Map<String, Route> routes = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a route that is served without a token. */
    public Builder open(String routeKey, PublicHandler handler) {
      return add(routeKey, new PublicRoute(handler));
    }

    /** Adds a route for callers of some roles. */
    public Builder guarded(String routeKey, CallerHandler handler, Role first, Role... more) {
      Set<Role> roles = new TreeSet<>(Set.of(more));
      roles.add(first);
      return add(routeKey, new CallerRoute(handler, roles));
    }

    public Routes build() {
      return new Routes(routes);
    }

    private Builder add(String routeKey, Route route) {
      if (routes.putIfAbsent(routeKey, route) != null) {
        throw new IllegalArgumentException("Two routes for " + routeKey);
      }
      return this;
    }
  }
}
