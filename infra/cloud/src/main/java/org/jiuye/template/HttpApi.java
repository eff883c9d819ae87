package org.jiuye.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP API of API Gateway, declared by properties or by an OpenAPI document; its routes stand
 * with the functions that they lead to.
 */
public record HttpApi(
    String logicalId,
    Optional<JwtAuthorizer> authorizer,
    Optional<Cors> cors,
    Optional<Throttling> throttling) {

  /** Who may call the routes that are not public. */
  public record JwtAuthorizer(String name, String issuer, List<String> audience) {}

  /** Which pages of other origins may call. */
  public record Cors(
      List<String> allowOrigins,
      List<String> allowMethods,
      List<String> allowHeaders,
      List<String> exposeHeaders,
      Duration maxAge,
      boolean allowCredentials) {}

  /**
   * How many requests the API lets through.
   *
   * @param rateLimit requests a second in the long run
   * @param burstLimit requests at once
   */
  public record Throttling(double rateLimit, int burstLimit) {}
}
