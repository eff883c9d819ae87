package org.jiuye.checks.chain;

import static org.jiuye.checks.chain.Answers.expect;
import static org.jiuye.checks.chain.Answers.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Somebody's inbox, read over HTTP page by page. */
final class Inbox {
  private Inbox() {}

  static List<JsonNode> of(Suite suite, Account reader) {
    List<JsonNode> messages = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          json(
              expect(
                  "200",
                  suite
                      .call("GET", "/notifications?limit=100" + cursor)
                      .by(reader)
                      .header("accept-language", "en")
                      .send()));
      page.path("items").forEach(messages::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString("") : "";
    } while (!cursor.isEmpty());
    return messages;
  }
}
