package org.jiuye.local.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.HttpApi;

/**
 * The template's HTTP API: matches the route, throttles, checks the token, invokes the function.
 * Tokens and events go by real time, never by the county's clock.
 */
public final class HttpApiGateway implements HttpHandler {

  private static final String ACCOUNT_ID = "000000000000";
  private static final int REQUEST_ID_BYTES = 11;

  private final RouteTable routes;
  private final Optional<JwtAuthorizer> authorizer;
  private final Optional<CorsRules> cors;
  private final Optional<TokenBucket> throttling;
  private final EventWriter events;
  private final Integration integration;
  private final InstantSource realTime = InstantSource.system();
  private final SecureRandom random = new SecureRandom();

  HttpApiGateway(HttpApi api, RouteTable routes, Duration timeLimit) {
    this.routes = routes;
    this.authorizer =
        api.authorizer()
            .map(
                settings ->
                    new JwtAuthorizer(
                        settings, new IssuerKeys(settings.issuer(), realTime), realTime));
    this.cors = api.cors().map(CorsRules::new);
    this.throttling = api.throttling().map(limits -> new TokenBucket(limits, System::nanoTime));
    this.events = new EventWriter(ACCOUNT_ID, api.logicalId().toLowerCase(Locale.ROOT));
    this.integration = new Integration(timeLimit);
    if (routes.hasGuardedRoutes() && authorizer.isEmpty()) {
      throw new IllegalArgumentException(
          "Routes of " + api.logicalId() + " need a token, but it has no authorizer");
    }
  }

  /**
   * The template's API.
   *
   * @throws IllegalArgumentException when the template does not declare exactly one
   */
  public static HttpApiGateway of(CloudTemplate template, FunctionRuntimes runtimes) {
    List<HttpApi> apis = template.apis();
    if (apis.size() != 1) {
      throw new IllegalArgumentException(
          "The local cloud serves one HTTP API, but the template declares " + apis.size());
    }
    HttpApi api = apis.getFirst();
    return new HttpApiGateway(
        api, RouteTable.of(template, api.logicalId(), runtimes), Integration.TIME_LIMIT);
  }

  /** Always answers: what no route takes is 404. */
  @Override
  public Optional<HttpAnswer> handle(HttpCall call) {
    String requestId = requestId();
    HttpAnswer answer;
    if (cors.isPresent() && CorsRules.isPreflight(call)) {
      answer = cors.get().preflight(call);
    } else {
      HttpAnswer plain = serve(call, requestId);
      answer = cors.map(rules -> rules.mark(call, plain)).orElse(plain);
    }
    return Optional.of(answer.with("apigw-requestid", requestId));
  }

  private HttpAnswer serve(HttpCall call, String requestId) {
    if (!call.rawPath().startsWith("/")) {
      return HttpAnswer.message(400, "Bad Request");
    }
    try {
      Optional<RouteTable.Match> match = routes.find(call.method(), call.rawPath());
      if (match.isEmpty()) {
        return HttpAnswer.message(404, "Not Found");
      }
      if (throttling.isPresent() && !throttling.get().take()) {
        return HttpAnswer.message(429, "Too Many Requests");
      }
      RouteTable.Target target = match.get().target();
      Optional<Map<String, String>> claims =
          target.isPublic() ? Optional.empty() : authorizer.map(guard -> guard.authorize(call));
      if (!target.isPermitted()) {
        return HttpAnswer.message(500, "Internal Server Error");
      }
      byte[] event = events.write(call, match.get(), claims, requestId, realTime.instant());
      return integration.call(target.function(), event);
    } catch (MalformedUrlException malformed) {
      return HttpAnswer.message(400, "Bad Request");
    } catch (TokenRefusedException refused) {
      return refused.answer();
    }
  }

  private String requestId() {
    byte[] bytes = new byte[REQUEST_ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
