package org.jiuye.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect issuer that can also forge. */
final class TestIssuer implements HttpHandler {

  static final String AUDIENCE = "test-audience";
  private static final String KEY_ID = "key-1";
  private static final RSAKey KEY = generate();
  private static final RSAKey OTHER_KEY = generate();
  private static final JsonMapper JSON = new JsonMapper();

  final String url;
  final AtomicInteger keyRequests = new AtomicInteger();

  TestIssuer(URI address) {
    url = address + "/issuer";
  }

  @Override
  public Optional<HttpAnswer> handle(HttpCall call) {
    return switch (call.rawPath()) {
      case "/issuer/.well-known/openid-configuration" ->
          Optional.of(HttpAnswer.json(200, JSON.createObjectNode().put("jwks_uri", url + "/jwks")));
      case "/issuer/jwks" -> {
        keyRequests.incrementAndGet();
        yield Optional.of(
            HttpAnswer.json(200, JSON.valueToTree(new JWKSet(KEY.toPublicJWK()).toJSONObject())));
      }
      default -> Optional.empty();
    };
  }

  /** Claims that hold. */
  JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url)
        .subject("account-1")
        .audience(AUDIENCE)
        .issueTime(Date.from(now.minusSeconds(5)))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .claim("role", "citizen");
  }

  String token(JWTClaimsSet.Builder claims) {
    return sign(header(JWSAlgorithm.RS256, KEY_ID), claims.build(), rsaSigner(KEY));
  }

  String tokenWithKeyId(String keyId) {
    return sign(header(JWSAlgorithm.RS256, keyId), claims().build(), rsaSigner(KEY));
  }

  String tokenWithAlgorithm(JWSAlgorithm algorithm) {
    return sign(header(algorithm, KEY_ID), claims().build(), rsaSigner(KEY));
  }

  String tokenWithoutKeyId() {
    return sign(new JWSHeader(JWSAlgorithm.RS256), claims().build(), rsaSigner(KEY));
  }

  String tokenOfAnotherKey() {
    return sign(header(JWSAlgorithm.RS256, KEY_ID), claims().build(), rsaSigner(OTHER_KEY));
  }

  /** The classic confusion: HMAC with the public key, which everybody knows. */
  String tokenSignedWithPublicKey() throws JOSEException {
    PublicKey known = KEY.toPublicKey();
    return sign(
        header(JWSAlgorithm.HS256, KEY_ID), claims().build(), new MACSigner(known.getEncoded()));
  }

  String unsignedToken() {
    return new PlainJWT(claims().build()).serialize();
  }

  /** A token that holds, with its claims exchanged for these. */
  String tamperedToken(Map<String, Object> changes) {
    JWTClaimsSet.Builder changed = claims();
    changes.forEach(changed::claim);
    List<String> good = List.of(token(claims()).split("\\."));
    List<String> other = List.of(token(changed).split("\\."));
    return good.get(0) + "." + other.get(1) + "." + good.get(2);
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
    return new JWSHeader.Builder(algorithm).keyID(keyId).build();
  }

  private static JWSSigner rsaSigner(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException problem) {
      throw new IllegalStateException(problem);
    }
    return jwt.serialize();
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
    } catch (JOSEException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
