package org.jiuye.template;

import java.util.List;
import java.util.Optional;

/**
 * What an OpenAPI document with API Gateway's extensions makes of an API.
 *
 * @param apiId the API's id
 */
record ApiDocument(
    String apiId,
    Optional<HttpApi.JwtAuthorizer> authorizer,
    Optional<HttpApi.Cors> cors,
    List<Operation> operations) {

  /**
   * An operation and the function that answers it.
   *
   * @param name its id, or else its route key
   */
  record Operation(
      Position position, String name, String routeKey, boolean isPublic, String functionArn) {}
}
