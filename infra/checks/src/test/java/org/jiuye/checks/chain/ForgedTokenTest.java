package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.checks.chain.Answers.expect;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid tokens, and valid ones that give no right. */
@OnSuite
class ForgedTokenTest {
  private static final String SITE = "riverside-park";
  private static final String NIGHT = "2026-07-02";
  private static final String CANCELLATION = "/cancellation";
  private static final Map<String, String> WISH =
      Map.of("siteId", SITE, "date", NIGHT, "trade", "TOYS", "onBehalfOf", "person-victim");

  private final Suite suite;
  private final Issuer issuer;

  ForgedTokenTest(Suite suite) {
    this.suite = suite;
    this.issuer = suite.issuer();
  }

  @Test
  void anInvalidTokenOpensNothing() {
    TableBefore before = new TableBefore(suite);

    forgedTokens()
        .forEach(
            token -> {
              for (Call call : guarded()) {
                HttpResponse<String> answer = call.token(token).send();
                assertThat(answer.statusCode()).as(token).isEqualTo(401);
                assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
                assertThat(answer.headers().firstValue("www-authenticate")).isPresent();
              }
            });

    before.assertUntouched();
  }

  @Test
  void noTokenOpensNothing() {
    for (Call call : guarded()) {
      expect("401", call.send());
    }
    for (String header : List.of("", "Bearer", "Bearer ", "Basic YWRtaW46YWRtaW4=", "null")) {
      for (Call call : guarded()) {
        expect("401", call.header("authorization", header).send());
      }
    }
  }

  @Test
  void twoTokensAreNone() {
    String good = issuer.sign(admin());

    expect("401", suite.call("GET", "/notifications").token(good).token(good).send());
  }

  /** Signed correctly, but with wrong claims. */
  @Test
  void claimsThatNameNobodyAreNobody() {
    TableBefore before = new TableBefore(suite);

    expectFor("401 unauthenticated", admin().subject(null));
    expectFor("401 unauthenticated", admin().subject(""));
    expectFor("401 unauthenticated", admin().subject("x".repeat(257)));
    expectFor("403 wrong-role", admin().claim("role", null));
    expectFor("403 wrong-role", admin().claim("role", "ADMIN"));
    expectFor("403 wrong-role", admin().claim("role", " admin"));
    expectFor("403 wrong-role", admin().claim("role", List.of("admin")));
    expectFor("403 wrong-role", admin().claim("role", Map.of("admin", true)));
    expectFor("403 wrong-role", admin().claim("role", "citizen admin"));

    before.assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(strings = {"employer", "institution", "bank", "warden"})
  void whoHasAnotherRoleBooksNothing(String role) {
    Account account = suite.account(role + "-1", "person-" + role + "-1", role, Suite.COUNTY);

    expect("403 wrong-role", suite.book(account, SITE, NIGHT, Map.of()).send());
    expect(
        "403 wrong-role",
        suite.book(account, SITE, NIGHT, Map.of("onBehalfOf", "person-victim")).send());
    // Employers have bookings of the job market to look at and to cancel.
    boolean employer = role.equals("employer");
    expect(
        employer ? "200" : "403 wrong-role",
        suite.call("GET", "/stall-bookings").by(account).send());
    expect(
        employer ? "404 not-found" : "403 wrong-role",
        suite.call("POST", "/stall-bookings/x" + CANCELLATION).by(account).send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"caseworker", "villageWorker", "admin"})
  void staffOfAnotherCountySeeAndDoNothingHere(String role) {
    Account victim = suite.citizen();
    String bookingId =
        Answers.text(expect("201", suite.book(victim, SITE, NIGHT, Map.of()).send()), "bookingId");
    for (String divisions : List.of("", "130528", "130530100", "13052 9", "abc 130 529")) {
      Account stranger =
          suite.account(role + "-" + divisions.hashCode(), "person-" + role, role, divisions);
      TableBefore before = new TableBefore(suite);

      expect("403 wrong-division", suite.book(stranger, SITE, NIGHT, WISH).send());
      String path = "/stall-bookings/" + bookingId;
      expect("404 not-found", suite.call("GET", path).by(stranger).send());
      expect("404 not-found", suite.call("POST", path + CANCELLATION).by(stranger).send());
      String list = "/stall-bookings?limit=1&onBehalfOf=" + victim.personId();
      HttpResponse<String> listed = expect("200", suite.call("GET", list).by(stranger).send());
      assertThat(listed.body()).isEqualTo("{\"items\":[]}");

      before.assertUntouched();
    }
  }

  @Test
  void aForeignBookingIsNotThere() {
    Account victim = suite.citizen();
    String bookingId =
        Answers.text(expect("201", suite.book(victim, SITE, NIGHT, Map.of()).send()), "bookingId");
    String path = "/stall-bookings/" + bookingId;
    Account other = suite.citizen();
    Account farWarden = suite.account("warden-9", "person-warden-9", "warden", "130529101");
    TableBefore before = new TableBefore(suite);

    expect("404 not-found", suite.call("GET", path).by(other).send());
    expect("404 not-found", suite.call("POST", path + CANCELLATION).by(other).send());
    expect("404 not-found", suite.call("GET", path).by(farWarden).send());
    expect("403 wrong-role", suite.call("POST", path + CANCELLATION).by(farWarden).send());
    expect(
        "403 wrong-role",
        suite.call("GET", "/stall-bookings?onBehalfOf=" + victim.personId()).by(other).send());
    expect("403 wrong-role", suite.book(other, SITE, NIGHT, WISH).send());

    before.assertUntouched();
  }

  @Test
  void anAccountThatNobodyRegisteredWritesNothing() {
    String token = issuer.sign(issuer.claims("nobody-registered", "citizen"));

    expect(
        "403 person-not-registered",
        suite
            .call("POST", "/stall-bookings")
            .token(token)
            .json(Map.of("siteId", SITE, "date", NIGHT, "trade", "TOYS"))
            .send());
    expect("403 person-not-registered", suite.call("GET", "/notifications").token(token).send());
  }

  private void expectFor(String outcome, JWTClaimsSet.Builder claims) {
    expect(
        outcome,
        suite.call("POST", "/stall-bookings").token(issuer.sign(claims)).json(WISH).send());
  }

  private JWTClaimsSet.Builder admin() {
    return issuer.claims("admin-1", "admin").claim("divisions", Suite.COUNTY);
  }

  private List<Call> guarded() {
    return List.of(
        suite.call("POST", "/stall-bookings").json(WISH),
        suite.call("GET", "/stall-bookings?onBehalfOf=person-victim"),
        suite.call("GET", "/stall-bookings/x"),
        suite.call("POST", "/stall-bookings/x" + CANCELLATION),
        suite.call("GET", "/notifications"),
        suite.call("POST", "/notifications/x/read"));
  }

  private Stream<String> forgedTokens() {
    Instant now = Instant.now();
    String good = issuer.sign(admin());
    return Stream.of(
        issuer.signByOtherKey(admin()),
        issuer.signByOwnKey(admin()),
        issuer.signByUnknownKey(admin()),
        issuer.signOtherwise(admin()),
        issuer.signByPublicKey(admin()),
        Issuer.leaveUnsigned(admin()),
        issuer.tamper(issuer.claims("citizen-0", "citizen"), admin()),
        issuer.sign(admin().audience("somebody-else")),
        issuer.sign(admin().audience((String) null)),
        issuer.sign(admin().audience(List.of())),
        issuer.sign(admin().issuer("https://evil.example")),
        issuer.sign(admin().issuer(issuer.url() + "/")),
        issuer.sign(admin().issuer(null)),
        issuer.sign(admin().expirationTime(Date.from(now.minusSeconds(60)))),
        issuer.sign(admin().expirationTime(null)),
        issuer.sign(admin().claim("exp", Long.toString(now.getEpochSecond() + 3600))),
        issuer.sign(admin().notBeforeTime(Date.from(now.plusSeconds(600)))),
        issuer.sign(admin().issueTime(Date.from(now.plusSeconds(600)))),
        good.substring(0, good.lastIndexOf('.') + 1),
        good.substring(0, good.lastIndexOf('.')),
        good + ".x",
        good.replaceFirst("\\.", "." + " "),
        "eyJhbGciOiJub25lIn0." + good.split("\\.", -1)[1] + ".",
        "..",
        "x");
  }
}
