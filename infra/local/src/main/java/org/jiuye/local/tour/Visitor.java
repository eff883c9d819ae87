package org.jiuye.local.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the local cloud and shows, as the command that a person would type, what is called. */
final class Visitor {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int SHOWN = 400;
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"[^\"]*\"");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI address;
  private final PrintStream out;
  private int steps;

  Visitor(URI address, PrintStream out) {
    this.address = address;
    this.out = out;
  }

  /** Says what comes next. */
  void step(String what) {
    out.printf("%n%2d  %s%n", ++steps, what);
  }

  /** Says what was seen. */
  void saw(String what) {
    out.println("    ok: " + what);
  }

  int steps() {
    return steps;
  }

  /**
   * Calls and shows the call and its answer.
   *
   * @param token of who calls, empty for nobody
   * @param body a JSON object, empty for none
   * @throws TourFailure where the status is another
   */
  JsonNode call(
      String method, String path, Optional<String> token, Map<String, ?> body, int status) {
    return call(method, path, token, body, Map.of(), status);
  }

  /** See {@link #call(String, String, Optional, Map, int)}; with further headers. */
  JsonNode call(
      String method,
      String path,
      Optional<String> token,
      Map<String, ?> body,
      Map<String, String> headers,
      int status) {
    show(method, path, token, body, headers);
    HttpResponse<String> answer = send(request(method, path, token, body, headers));
    String text = answer.body();
    out.printf("    %d %s%n", answer.statusCode(), shortened(text));
    if (answer.statusCode() != status) {
      throw new TourFailure(
          "%s %s: expected %d, got %d".formatted(method, path, status, answer.statusCode()));
    }
    return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
  }

  /**
   * Signs in.
   *
   * @param divisions codes separated by spaces, empty for none
   * @return the token
   */
  String signIn(String sub, String role, String divisions) {
    step("Sign in as " + sub + " (" + role + "). One machine issues its own tokens.");
    Map<String, String> who = new LinkedHashMap<>(Map.of("sub", sub, "role", role));
    if (!divisions.isEmpty()) {
      who.put("divisions", divisions);
    }
    return call("POST", "/_local/tokens", Optional.empty(), who, 200).path("token").asString("");
  }

  /**
   * Looks into an inbox again and again, without showing it, until a message about a thing is in.
   */
  JsonNode awaitMessage(String token, String subject) {
    return awaitMessage(token, message -> message.path("subject").asString("").equals(subject));
  }

  /** The same, until one is as expected; also among those of tours before, which may be later. */
  JsonNode awaitMessage(String token, Predicate<JsonNode> expected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<String> cursor = Optional.of("");
      while (cursor.isPresent()) {
        JsonNode page = inbox(token, cursor.get());
        for (JsonNode message : page.path("items")) {
          if (expected.test(message)) {
            return message;
          }
        }
        cursor = Optional.of(page.path("nextCursor").asString("")).filter(next -> !next.isEmpty());
      }
      pause();
    }
    throw new TourFailure("the message that was expected did not come within " + PATIENCE);
  }

  private JsonNode inbox(String token, String cursor) {
    String path = "/notifications?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
    HttpResponse<String> answer =
        send(request("GET", path, Optional.of(token), Map.of(), Map.of()));
    return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : MissingNode.getInstance();
  }

  private HttpRequest request(
      String method,
      String path,
      Optional<String> token,
      Map<String, ?> body,
      Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", "en")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    headers.forEach(request::header);
    return request.build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new TourFailure(
          "Nothing answers at " + address + "; start it with infra/local/up (" + failure + ")");
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new TourFailure("interrupted");
    }
  }

  private void show(
      String method,
      String path,
      Optional<String> token,
      Map<String, ?> body,
      Map<String, String> headers) {
    StringBuilder command = new StringBuilder("    curl");
    if (!method.equals("GET")) {
      command.append(" -X ").append(method);
    }
    command.append(" '").append(address.resolve(path)).append('\'');
    token.ifPresent(_ -> command.append(" -H \"Authorization: Bearer $TOKEN\""));
    headers.forEach(
        (name, value) ->
            command.append(" -H '").append(name).append(": ").append(value).append('\''));
    if (!body.isEmpty()) {
      command.append(" --json '").append(JSON.writeValueAsString(body)).append('\'');
    }
    out.println(command);
  }

  /** Long answers are cut, and a token is nothing to leave in a terminal. */
  private static String shortened(String answer) {
    String shown = TOKEN.matcher(answer).replaceAll("\"token\":\"…\"");
    return shown.length() > SHOWN ? shown.substring(0, SHOWN) + " …" : shown;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new TourFailure("interrupted");
    }
  }
}
