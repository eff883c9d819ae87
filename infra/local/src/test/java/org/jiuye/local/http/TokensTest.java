package org.jiuye.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private final RunningApi api = RunningApi.api().start();
  private final TestIssuer issuer = api.issuer;

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> call(String token) {
    return api.get("/guarded", "authorization", "Bearer " + token);
  }

  private void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
    assertThat(api.events).isEmpty();
  }

  private void assertRefused(JWTClaimsSet.Builder claims) {
    assertRefused(call(issuer.token(claims)));
  }

  @Test
  void aValidTokenIsLetThrough() {
    assertThat(call(issuer.token(issuer.claims())).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", ""})
  void theSchemeMayBeLeftOut(String scheme) {
    String token = issuer.token(issuer.claims());

    assertThat(api.get("/guarded", "authorization", scheme + token).statusCode()).isEqualTo(204);
  }

  @Test
  void noTokenIsRefused() {
    assertRefused(api.get("/guarded"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic dTpw"})
  void whatIsNoTokenIsRefused(String header) {
    assertRefused(api.get("/guarded", "authorization", header));
  }

  @Test
  void twoTokensAreRefused() {
    String token = "Bearer " + issuer.token(issuer.claims());

    assertRefused(api.get("/guarded", "authorization", token, "authorization", token));
  }

  @Test
  void anUnsignedTokenIsRefused() {
    assertRefused(call(issuer.unsignedToken()));
  }

  @Test
  void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws JOSEException {
    assertRefused(call(issuer.tokenSignedWithPublicKey()));
  }

  @Test
  void anotherAlgorithmOfTheSameKeyIsRefused() {
    assertRefused(call(issuer.tokenWithAlgorithm(JWSAlgorithm.RS512)));
    assertRefused(call(issuer.tokenWithAlgorithm(JWSAlgorithm.PS256)));
  }

  @Test
  void aTokenSignedByAnotherKeyIsRefused() {
    assertRefused(call(issuer.tokenOfAnotherKey()));
  }

  @Test
  void changedClaimsAreRefused() {
    assertRefused(call(issuer.tamperedToken(Map.of("role", "admin"))));
  }

  @Test
  void anUnknownOrMissingKeyIdIsRefused() {
    assertRefused(call(issuer.tokenWithKeyId("key-2")));
    assertRefused(call(issuer.tokenWithoutKeyId()));
  }

  @Test
  void inventedKeyIdsDoNotHammerTheIssuer() {
    for (int i = 0; i < 20; i++) {
      call(issuer.tokenWithKeyId("invented-" + i));
    }

    assertThat(issuer.keyRequests).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void keysAreAskedForOnce() {
    for (int i = 0; i < 5; i++) {
      call(issuer.token(issuer.claims()));
    }

    assertThat(issuer.keyRequests).hasValue(1);
  }

  @Test
  void anExpiredTokenIsRefused() {
    assertRefused(issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(1))));
  }

  @Test
  void aTokenWithoutExpiryIsRefused() {
    assertRefused(issuer.claims().expirationTime(null));
  }

  @Test
  void aTokenThatIsNotValidYetIsRefused() {
    assertRefused(issuer.claims().notBeforeTime(Date.from(Instant.now().plusSeconds(60))));
  }

  @Test
  void aTokenIssuedInTheFutureIsRefused() {
    assertRefused(issuer.claims().issueTime(Date.from(Instant.now().plusSeconds(60))));
  }

  @Test
  void anotherIssuerIsRefused() {
    assertRefused(issuer.claims().issuer("https://elsewhere.example"));
    assertRefused(issuer.claims().issuer(issuer.url + "/"));
    assertRefused(issuer.claims().issuer(null));
  }

  @Test
  void anotherAudienceIsRefused() {
    assertRefused(issuer.claims().audience("other"));
    assertRefused(issuer.claims().audience((String) null));
  }

  @Test
  void oneOfSeveralAudiencesIsEnough() {
    String token = issuer.token(issuer.claims().audience(List.of("other", TestIssuer.AUDIENCE)));

    assertThat(call(token).statusCode()).isEqualTo(204);
  }

  @Test
  void theClientIdCountsOnlyWithoutAudience() {
    JWTClaimsSet.Builder clientOnly =
        issuer.claims().audience((String) null).claim("client_id", TestIssuer.AUDIENCE);

    assertThat(call(issuer.token(clientOnly)).statusCode()).isEqualTo(204);
    api.events.clear();
    assertRefused(issuer.claims().audience("other").claim("client_id", TestIssuer.AUDIENCE));
  }

  @Test
  void aPublicRouteIsServedWithoutToken() {
    assertThat(api.get("/open").statusCode()).isEqualTo(204);
    assertThat(api.get("/open", "authorization", "Bearer nonsense").statusCode()).isEqualTo(204);
  }
}
