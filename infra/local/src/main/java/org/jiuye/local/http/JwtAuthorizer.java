package org.jiuye.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiuye.template.HttpApi;
import org.jspecify.annotations.Nullable;

/** The JWT authorizer of an HTTP API: lets tokens of one issuer for one audience through. */
final class JwtAuthorizer {

  private static final String BEARER = "bearer ";

  private final HttpApi.JwtAuthorizer settings;
  private final IssuerKeys keys;
  private final InstantSource realTime;

  JwtAuthorizer(HttpApi.JwtAuthorizer settings, IssuerKeys keys, InstantSource realTime) {
    this.settings = settings;
    this.keys = keys;
    this.realTime = realTime;
  }

  /**
   * The claims of the request's token, as strings.
   *
   * @throws TokenRefusedException when there is no token or it does not hold
   */
  Map<String, String> authorize(HttpCall call) {
    String token = token(call);
    SignedJWT jwt = parse(token);
    if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
      throw TokenRefusedException.invalid("signing method is invalid");
    }
    RSAKey key =
        Optional.ofNullable(jwt.getHeader().getKeyID())
            .flatMap(keys::find)
            .orElseThrow(() -> TokenRefusedException.invalid("the key id is unknown"));
    if (!isSignedBy(key, jwt)) {
      throw TokenRefusedException.invalid("the signature is invalid");
    }
    Map<String, Object> claims = jwt.getPayload().toJSONObject();
    if (claims == null) {
      throw TokenRefusedException.invalid("the token cannot be read");
    }
    check(claims);
    return ClaimText.all(claims);
  }

  private static String token(HttpCall call) {
    String header = call.header("authorization").orElse("").strip();
    String token =
        header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? header.substring(BEARER.length()).strip()
            : header;
    if (token.isEmpty()) {
      throw TokenRefusedException.missing();
    }
    return token;
  }

  private static SignedJWT parse(String token) {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException unreadable) {
      throw TokenRefusedException.invalid("the token cannot be read");
    }
  }

  private static boolean isSignedBy(RSAKey key, SignedJWT jwt) {
    try {
      return jwt.verify(new RSASSAVerifier(key));
    } catch (JOSEException unfit) {
      throw TokenRefusedException.invalid("the signature cannot be verified");
    }
  }

  private void check(Map<String, Object> claims) {
    if (!settings.issuer().equals(claims.get("iss"))) {
      throw TokenRefusedException.invalid("the token does not have a valid issuer");
    }
    // The client's id counts only where no audience is named.
    Object audience =
        Objects.requireNonNullElseGet(claims.get("aud"), () -> text(claims, "client_id"));
    if (!namesAudience(audience)) {
      throw TokenRefusedException.invalid("the token does not have a valid audience");
    }
    double now = realTime.millis() / 1000.0;
    if (!(claims.get("exp") instanceof Number expiry) || expiry.doubleValue() <= now) {
      throw TokenRefusedException.invalid("the token has expired");
    }
    if (!isPast(claims.get("nbf"), now)) {
      throw TokenRefusedException.invalid("the token is not valid yet");
    }
    if (!isPast(claims.get("iat"), now)) {
      throw TokenRefusedException.invalid("the token was issued in the future");
    }
  }

  private boolean namesAudience(Object audience) {
    return audience instanceof List<?> list
        ? list.stream().anyMatch(settings.audience()::contains)
        : settings.audience().contains(audience);
  }

  private static String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text ? text : "";
  }

  private static boolean isPast(@Nullable Object time, double now) {
    return time == null || (time instanceof Number seconds && seconds.doubleValue() <= now);
  }
}
