package org.jiuye.shared.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jiuye.shared.problem.ProblemException;

/** Reads callers from the claims of a token that API Gateway's authorizer has checked. */
public final class Callers {
  private static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
  private static final String SEPARATORS = "[], \t\n\u000b\f\r";

  private final Accounts accounts;
  private final String roleClaim;
  private final String divisionsClaim;

  public Callers(Accounts accounts, String roleClaim, String divisionsClaim) {
    this.accounts = accounts;
    this.roleClaim = roleClaim;
    this.divisionsClaim = divisionsClaim;
  }

  /**
   * The caller that claims name.
   *
   * @throws ProblemException 401 without a subject, 403 {@code wrong-role} without a known role
   */
  public Caller of(Map<String, String> claims) {
    String account = claims.getOrDefault("sub", "");
    if (account.isEmpty() || account.length() > 256) {
      throw ProblemException.of(401, "unauthenticated");
    }
    Role role =
        Role.of(claims.getOrDefault(roleClaim, ""))
            .orElseThrow(() -> ProblemException.of(403, "wrong-role"));
    return new Caller(
        account,
        role,
        divisions(claims.getOrDefault(divisionsClaim, "")),
        () -> accounts.personOf(account));
  }

  /** API Gateway hands a list on as {@code [a b]}; codes that are none are worth nothing. */
  private static List<String> divisions(String claim) {
    List<String> divisions = new ArrayList<>();
    StringTokenizer codes = new StringTokenizer(claim, SEPARATORS);
    while (codes.hasMoreTokens()) {
      String code = codes.nextToken();
      if (DIVISION.matcher(code).matches()) {
        divisions.add(code);
      }
    }
    return divisions;
  }
}
