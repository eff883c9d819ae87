package org.jiuye.local.tour;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.local.tour.TourFile.Request;
import org.jiuye.local.tour.TourFile.Step;
import org.jiuye.local.tour.TourFile.Terms;
import tools.jackson.databind.JsonNode;

/**
 * Walks one capability's tour, and shows each step as the command that a person would type, with
 * what was answered. It stops at the first step that fails, but for those that are always walked.
 */
final class Walker {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int FIRST_ERROR = 400;
  private static final int SHOWN = 400;
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"[^\"]*\"");
  private static final Pattern BEARER = Pattern.compile("Bearer .*");

  private final TourFile tour;
  private final Values values;
  private final PrintStream out;
  private final HttpVisitor visitor = new HttpVisitor();
  private int steps;

  /**
   * Walks a tour.
   *
   * @param address what {@code {{api}}} stands for
   */
  Walker(TourFile tour, String address, PrintStream out) {
    Map<String, String> variables = new LinkedHashMap<>(tour.variables());
    variables.put("api", address);
    this.tour = tour;
    this.values = new Values(variables);
    this.out = out;
  }

  /** How many steps were walked. */
  int steps() {
    return steps;
  }

  /**
   * Walks all steps.
   *
   * @return what failed, first the step that stopped the tour; empty where nothing did
   */
  List<String> walk() {
    out.printf("%n== %s: %s%n", tour.capability(), tour.intro());
    List<String> failures = new ArrayList<>();
    for (Step step : tour.steps()) {
      Optional<Request> request = step.request();
      if (request.isEmpty()) {
        if (failures.isEmpty()) {
          out.printf("%n-- %s%n", step.title());
        }
      } else if (failures.isEmpty() || (step.terms().always() && isKnown(request.get()))) {
        walk(step, request.get()).ifPresent(failures::add);
      }
    }
    return failures;
  }

  private boolean isKnown(Request request) {
    return values.isKnown(request.url())
        && values.isKnown(request.body())
        && request.headers().values().stream().allMatch(values::isKnown);
  }

  private Optional<String> walk(Step step, Request request) {
    out.printf("%n%2d  %s%n", ++steps, step.title());
    try {
      visit(request, step.terms());
      return Optional.empty();
    } catch (TourFailure failure) {
      String what =
          "%s, step %d (functions/%s/tour.http:%d): %s"
              .formatted(
                  tour.capability(), steps, tour.capability(), step.line(), failure.getMessage());
      out.println("    FAILED: " + failure.getMessage());
      return Optional.of(what);
    }
  }

  private void visit(Request request, Terms terms) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Request sent = resolved(request);
      Exchange exchange = terms.allPages() ? visitor.sendForAllPages(sent) : visitor.send(sent);
      Optional<String> wrong = wrong(exchange, terms);
      boolean asksAgain = terms.eventually() && System.nanoTime() < end;
      if (wrong.isEmpty() || !asksAgain) {
        show(sent, exchange);
        wrong.ifPresent(
            what -> {
              throw new TourFailure(
                  what + (terms.eventually() ? " within " + PATIENCE.toSeconds() + " s" : ""));
            });
        showWhatWasAskedFor(exchange.responseBody(), terms);
        if (!request.name().isEmpty()) {
          values.keep(request.name(), exchange);
        }
        return;
      }
      pause();
    }
  }

  private Request resolved(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, values.resolve(value)));
    return new Request(
        request.name(),
        request.method(),
        values.resolve(request.url()),
        headers,
        values.resolve(request.body()));
  }

  /** What is not as expected of an answer, empty where all is. */
  private Optional<String> wrong(Exchange exchange, Terms terms) {
    int status = exchange.status();
    boolean asExpected = terms.status().map(code -> code == status).orElse(status < FIRST_ERROR);
    if (!asExpected) {
      String expected = terms.status().map(String::valueOf).orElse("no error");
      return Optional.of("expected " + expected + ", got " + status);
    }
    return terms.expectations().stream()
        .map(expectation -> expectation.resolved(values))
        .filter(expectation -> !expectation.isMet(exchange.responseBody()))
        .findFirst()
        .map(expectation -> "expected " + expectation);
  }

  private void showWhatWasAskedFor(JsonNode answer, Terms terms) {
    for (String path : terms.shown()) {
      String resolved = values.resolve(path);
      List<String> found = JsonPaths.texts(answer, resolved);
      if (found.isEmpty()) {
        throw new TourFailure("expected " + resolved);
      }
      out.println("    ok: " + String.join(" / ", found));
    }
  }

  private void show(Request request, Exchange exchange) {
    StringBuilder command = new StringBuilder("    curl");
    if (!request.method().equals("GET")) {
      command.append(" -X ").append(request.method());
    }
    command.append(" '").append(request.url()).append('\'');
    request
        .headers()
        .forEach(
            (name, value) ->
                command
                    .append(" -H \"")
                    .append(name)
                    .append(": ")
                    .append(BEARER.matcher(value).replaceFirst("Bearer \\$TOKEN"))
                    .append('"'));
    if (!request.body().isEmpty()) {
      command.append(" -d '").append(quoted(oneLine(exchange.requestBody()))).append('\'');
    }
    out.println(command);
    out.printf("    %d %s%n", exchange.status(), shortened(oneLine(exchange.responseBody())));
  }

  private static String oneLine(JsonNode body) {
    return body.isString() ? body.asString() : body.toString();
  }

  /** As it stands between single quotes in a shell. */
  private static String quoted(String text) {
    return text.replace("'", "'\\''");
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
