package org.jiuye.local.control;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiuye.local.http.HttpAnswer;
import org.jiuye.local.http.HttpCall;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.HttpApi;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives tokens to people and tests. Tokens go by real time, never by the county's clock. */
final class TokenDesk {

  private static final Set<String> FIELDS =
      Set.of("sub", "role", "divisions", "personId", "expiresIn");
  private static final Set<String> ROLES =
      Set.of(
          "citizen",
          "employer",
          "institution",
          "bank",
          "warden",
          "villageWorker",
          "caseworker",
          "admin");
  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final String DIVISION = "\\d{6}|\\d{9}|\\d{12}";
  private static final Duration USUAL = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final LocalIssuer issuer;
  private final AccountLinks accounts;
  private final String audience;
  private final String roleClaim;
  private final String divisionsClaim;
  private final InstantSource realTime = InstantSource.system();

  TokenDesk(CloudTemplate template, LocalIssuer issuer, AccountLinks accounts) {
    this.issuer = issuer;
    this.accounts = accounts;
    this.audience =
        template.apis().stream()
            .flatMap(api -> api.authorizer().stream())
            .map(HttpApi.JwtAuthorizer::audience)
            .flatMap(audiences -> audiences.stream())
            .findFirst()
            .orElse("jiuye");
    this.roleClaim = template.parameters().getOrDefault("RoleClaim", "role");
    this.divisionsClaim = template.parameters().getOrDefault("DivisionsClaim", "divisions");
  }

  HttpAnswer issue(HttpCall call) {
    JsonInput input = JsonInput.of(call, FIELDS);
    String sub = sub(input);
    String role = role(input);
    Optional<String> divisions = divisions(input);
    Duration lifetime = lifetime(input);
    String personId = link(sub, input);
    Instant now = realTime.instant();
    // A token that has expired already was issued before it did.
    Instant issuedAt = lifetime.isNegative() ? now.plus(lifetime).minusSeconds(60) : now;
    Instant expiresAt = now.plus(lifetime);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(sub)
            .audience(audience)
            .issueTime(Date.from(issuedAt))
            .expirationTime(Date.from(expiresAt))
            .claim(roleClaim, role);
    divisions.ifPresent(codes -> claims.claim(divisionsClaim, codes));
    ObjectNode answer = JSON.createObjectNode();
    answer.put("token", issuer.sign(claims));
    answer.put("personId", personId);
    answer.put("sub", sub);
    answer.put("role", role);
    divisions.ifPresent(codes -> answer.put("divisions", codes));
    answer.put("expiresAt", Instant.ofEpochSecond(expiresAt.getEpochSecond()).toString());
    return HttpAnswer.json(200, answer).with("cache-control", "no-store");
  }

  private static String sub(JsonInput input) {
    String sub = input.requiredText("sub");
    if (!sub.matches("[^\\p{Cntrl}]{1,128}")) {
      throw ProblemException.invalid("\"sub\" has 1 to 128 characters, no control characters.");
    }
    return sub;
  }

  private static String role(JsonInput input) {
    String role = input.requiredText("role");
    if (!ROLES.contains(role)) {
      throw ProblemException.invalid(
          "There is no role \"%s\". Roles: %s."
              .formatted(role, String.join(", ", ROLES.stream().sorted().toList())));
    }
    return role;
  }

  private static Optional<String> divisions(JsonInput input) {
    List<String> codes =
        WORDS
            .splitAsStream(input.text("divisions").orElse(""))
            .filter(code -> !code.isEmpty())
            .toList();
    for (String code : codes) {
      if (!code.matches(DIVISION)) {
        throw ProblemException.invalid(
            "\"divisions\" are codes of 6, 9 or 12 digits, separated by spaces; \"%s\" is none."
                .formatted(code));
      }
    }
    return codes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", codes));
  }

  private static Duration lifetime(JsonInput input) {
    long seconds = input.number("expiresIn").orElse(USUAL.toSeconds());
    if (Math.abs(seconds) > LONGEST.toSeconds()) {
      throw ProblemException.invalid(
          "\"expiresIn\" is at most %d seconds; a negative one gives an expired token."
              .formatted(LONGEST.toSeconds()));
    }
    return Duration.ofSeconds(seconds);
  }

  private String link(String sub, JsonInput input) {
    Optional<String> wished = input.text("personId");
    if (wished.isPresent() && !wished.get().matches("[A-Za-z0-9-]{1,64}")) {
      throw ProblemException.invalid("\"personId\" has 1 to 64 letters, digits and hyphens.");
    }
    String personId = accounts.link(sub, wished.orElseGet(() -> AccountLinks.personFor(sub)));
    if (wished.isPresent() && !wished.get().equals(personId)) {
      throw new ProblemException(
          409,
          "account-linked",
          "The account \"%s\" belongs to %s already, and that is written once."
              .formatted(sub, personId));
    }
    return personId;
  }
}
