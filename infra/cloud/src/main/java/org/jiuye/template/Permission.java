package org.jiuye.template;

import java.util.regex.Pattern;

/**
 * Who else may invoke a function.
 *
 * @param function the function's name or ARN
 * @param principal a service, for example {@code apigateway.amazonaws.com}
 * @param source what of it: an ARN in which stars stand for anything
 */
public record Permission(String logicalId, String function, String principal, String source) {

  private static final String API_GATEWAY = "apigateway.amazonaws.com";

  /** Whether API Gateway may invoke a function for a request. */
  boolean allows(String name, String arn, String request) {
    return principal.equals(API_GATEWAY)
        && (function.equals(arn) || function.equals(name))
        && request.matches(Pattern.quote(source).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
  }
}
