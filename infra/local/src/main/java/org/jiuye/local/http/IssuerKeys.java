package org.jiuye.local.http;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An issuer's public keys, found by OpenID Connect discovery and kept for two hours. */
final class IssuerKeys {

  private static final Duration KEPT_FOR = Duration.ofHours(2);

  /** An unknown key is asked for, but not as often as a caller invents key ids. */
  private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final JsonMapper JSON = new JsonMapper();

  private final String issuer;
  private final InstantSource realTime;
  private final HttpClient http;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Fetched fetched;

  private record Fetched(JWKSet keys, Instant at) {}

  IssuerKeys(String issuer, InstantSource realTime) {
    this.issuer = issuer;
    this.realTime = realTime;
    this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  /**
   * The key of this id, empty when the issuer has none.
   *
   * @throws TokenRefusedException when the issuer cannot be asked
   */
  Optional<RSAKey> find(String keyId) {
    Optional<RSAKey> known = find(current(KEPT_FOR), keyId);
    return known.isPresent() ? known : find(current(ASKED_AT_MOST_EVERY), keyId);
  }

  private static Optional<RSAKey> find(JWKSet keys, String keyId) {
    JWK key = keys.getKeyByKeyId(keyId);
    return key instanceof RSAKey rsa ? Optional.of(rsa) : Optional.empty();
  }

  private JWKSet current(Duration maximumAge) {
    Fetched before = fetched;
    if (before != null && isYoung(before, maximumAge)) {
      return before.keys();
    }
    fetching.lock();
    try {
      Fetched meanwhile = fetched;
      if (meanwhile != null && isYoung(meanwhile, maximumAge)) {
        return meanwhile.keys();
      }
      Fetched fresh = new Fetched(fetch(), realTime.instant());
      fetched = fresh;
      return fresh.keys();
    } finally {
      fetching.unlock();
    }
  }

  private boolean isYoung(Fetched keys, Duration maximumAge) {
    return keys.at().plus(maximumAge).isAfter(realTime.instant());
  }

  private JWKSet fetch() {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    try {
      String discovery = get(URI.create(base + "/.well-known/openid-configuration"));
      String keysAddress = JSON.readTree(discovery).path("jwks_uri").stringValue();
      return JWKSet.parse(get(URI.create(keysAddress)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unreachable(interrupted);
    } catch (IOException | ParseException | JacksonException | IllegalArgumentException problem) {
      throw unreachable(problem);
    }
  }

  private String get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(address + " answered " + response.statusCode());
    }
    return response.body();
  }

  private TokenRefusedException unreachable(Exception cause) {
    TokenRefusedException refusal =
        TokenRefusedException.invalid("OIDC discovery endpoint communication error");
    refusal.initCause(cause);
    System.getLogger(IssuerKeys.class.getName())
        .log(System.Logger.Level.WARNING, "The issuer " + issuer + " cannot be asked", cause);
    return refusal;
  }
}
