package org.jiuye.emulators.gateway;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.emulators.access.Role;
import org.jiuye.template.LambdaFunction;
import org.jspecify.annotations.Nullable;

/** Who may call: the administrator and every function, each with a key of its own. */
public final class Callers {

  private static final String KEY_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Pattern SIGNATURE =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=([A-Za-z0-9]+)/.*");

  private final Map<String, Caller> byAccessKey = new LinkedHashMap<>();
  private final Map<String, Credentials> byFunction = new LinkedHashMap<>();
  private final Credentials administrator = newCredentials();

  /**
   * Makes keys for functions.
   *
   * @param arnOfRoles what the ARN of an assumed role begins with
   */
  public Callers(List<LambdaFunction> functions, String arnOfRoles) {
    byAccessKey.put(
        administrator.accessKeyId(), new Caller("administrator", Optional.empty(), null));
    for (LambdaFunction function : functions) {
      Credentials credentials = newCredentials();
      String name = function.name();
      byFunction.put(function.logicalId(), credentials);
      byAccessKey.put(
          credentials.accessKeyId(),
          new Caller(
              arnOfRoles + name + "/" + name,
              Optional.of(function.logicalId()),
              new Role(function.statements())));
    }
  }

  public Credentials administrator() {
    return administrator;
  }

  public Credentials of(String functionLogicalId) {
    return Optional.ofNullable(byFunction.get(functionLogicalId))
        .orElseThrow(
            () ->
                new IllegalArgumentException("The template has no function " + functionLogicalId));
  }

  /** The access key that signed a request; empty when it is not signed. */
  static Optional<String> accessKey(@Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .map(SIGNATURE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  Optional<Caller> find(String accessKey) {
    return Optional.ofNullable(byAccessKey.get(accessKey));
  }

  private static Credentials newCredentials() {
    return new Credentials("ASIA" + randomText(16), randomText(40));
  }

  private static String randomText(int length) {
    StringBuilder text = new StringBuilder();
    new SecureRandom()
        .ints(length, 0, KEY_CHARACTERS.length())
        .forEach(index -> text.append(KEY_CHARACTERS.charAt(index)));
    return text.toString();
  }

  /**
   * Somebody with a key.
   *
   * @param role what may be done, absent for the administrator, who may do all
   */
  record Caller(String arn, Optional<String> functionLogicalId, @Nullable Role role) {}
}
