package org.jiuye.checks.chain;

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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jiuye.shared.json.Json;

/**
 * An OpenID Connect issuer of the tests' own, as a county brings its own to the cloud. It gives
 * valid tokens, with any claims, and invalid ones.
 */
final class Issuer implements AutoCloseable {
  static final String AUDIENCE = "jiuye-checks";
  private static final String KEY_ID = "key-1";

  private final RSAKey key = newKey();
  private final RSAKey otherKey = newKey();
  private final HttpServer server;
  private final String url;

  private Issuer(HttpServer server) {
    this.server = server;
    this.url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  static Issuer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    Issuer issuer = new Issuer(server);
    String keys =
        Json.MAPPER.writeValueAsString(new JWKSet(issuer.key.toPublicJWK()).toJSONObject());
    issuer.serve(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer.url, issuer.url));
    issuer.serve("/keys", keys);
    server.start();
    return issuer;
  }

  private void serve(String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("content-type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  String url() {
    return url;
  }

  /** Claims that hold, of somebody. */
  JWTClaimsSet.Builder claims(String sub, String role) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url)
        .audience(AUDIENCE)
        .subject(sub)
        .issueTime(Date.from(now.minusSeconds(5)))
        .expirationTime(Date.from(now.plusSeconds(3600)))
        .claim("role", role);
  }

  /** A token that is signed correctly, whatever it claims. */
  String sign(JWTClaimsSet.Builder claims) {
    return sign(JWSAlgorithm.RS256, KEY_ID, claims, rsa(key));
  }

  /** Signed by somebody else, under our key's name. */
  String signByOtherKey(JWTClaimsSet.Builder claims) {
    return sign(JWSAlgorithm.RS256, KEY_ID, claims, rsa(otherKey));
  }

  /** Signed by somebody else, who brings the key along. */
  String signByOwnKey(JWTClaimsSet.Builder claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).jwk(otherKey.toPublicJWK()).build();
    return sign(header, claims, rsa(otherKey));
  }

  /** Signed under a key that the issuer does not have. */
  String signByUnknownKey(JWTClaimsSet.Builder claims) {
    return sign(JWSAlgorithm.RS256, "key-2", claims, rsa(otherKey));
  }

  /** Signed by us, but with an algorithm that the gateway does not take. */
  String signOtherwise(JWTClaimsSet.Builder claims) {
    return sign(JWSAlgorithm.PS256, KEY_ID, claims, rsa(key));
  }

  /** The classic confusion: an HMAC with the public key, which everybody knows. */
  String signByPublicKey(JWTClaimsSet.Builder claims) {
    try {
      return sign(
          JWSAlgorithm.HS256, KEY_ID, claims, new MACSigner(key.toRSAPublicKey().getEncoded()));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** {@code alg: none}. */
  static String leaveUnsigned(JWTClaimsSet.Builder claims) {
    return new PlainJWT(claims.build()).serialize();
  }

  /** The header and signature of a valid token, around other claims. */
  String tamper(JWTClaimsSet.Builder signed, JWTClaimsSet.Builder claimed) {
    String[] good = sign(signed).split("\\.", -1);
    String[] other = sign(claimed).split("\\.", -1);
    return good[0] + "." + other[1] + "." + good[2];
  }

  private static String sign(
      JWSAlgorithm algorithm, String keyId, JWTClaimsSet.Builder claims, JWSSigner signer) {
    return sign(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims, signer);
  }

  private static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }

  private static JWSSigner rsa(RSAKey signingKey) {
    try {
      return new RSASSASigner(signingKey);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
