package org.jiuye.local.http;

/** A request without a valid token. The answer says why in {@code www-authenticate}. */
final class TokenRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String challenge;

  private TokenRefusedException(String message, String challenge) {
    super(message);
    this.challenge = challenge;
  }

  static TokenRefusedException missing() {
    return new TokenRefusedException("There is no token", "Bearer");
  }

  static TokenRefusedException invalid(String description) {
    return new TokenRefusedException(
        description,
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"");
  }

  HttpAnswer answer() {
    return HttpAnswer.message(401, "Unauthorized").with("www-authenticate", challenge);
  }
}
