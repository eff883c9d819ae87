package org.jiuye.checks.chain;

import static org.jiuye.checks.chain.Answers.expect;
import static org.jiuye.checks.chain.Answers.text;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Asks a local cloud for tokens and moves its clock, as people do. */
final class LocalTokens {
  private LocalTokens() {}

  static Account account(URI address, String sub, String role, String divisions) {
    Map<String, String> wanted = new HashMap<>(Map.of("sub", sub, "role", role));
    if (!divisions.isEmpty()) {
      wanted.put("divisions", divisions);
    }
    HttpResponse<String> answer =
        expect(
            "200", new Call(address, "POST", "/_local/tokens").json(wanted).sendOutsideContract());
    return new Account(sub, text(answer, "personId"), text(answer, "token"));
  }

  static void setClock(URI address, String now) {
    expect(
        "200",
        new Call(address, "POST", "/_local/clock").json(Map.of("now", now)).sendOutsideContract());
  }
}
