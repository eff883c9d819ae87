package org.jiuye.local.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What stands between double braces in a file: its variables, requests sent before and their
 * answers ({@code booking.response.body.$.bookingId}), and values that are new each time ({@code
 * $guid}, {@code $randomInt 1 10}, {@code $creditCode}).
 */
final class Values {
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{(.+?)}}");
  private static final Pattern OF_EXCHANGE =
      Pattern.compile("([\\w-]+)\\.(request|response)\\.(body|headers)\\.(.+)");
  private static final Pattern RANDOM_NUMBER = Pattern.compile("\\$randomInt (\\d+) (\\d+)");

  private final Map<String, String> variables;
  private final Map<String, Exchange> exchanges = new HashMap<>();

  Values(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** What stands between double braces in a text. */
  static List<String> references(String text) {
    return REFERENCE.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /** Keeps a request and its answer under the name that its step has. */
  void keep(String name, Exchange exchange) {
    exchanges.put(name, exchange);
  }

  /** Whether a text can be resolved: the requests that it refers to have been answered. */
  boolean isKnown(String text) {
    return references(text).stream()
        .map(OF_EXCHANGE::matcher)
        .filter(Matcher::matches)
        .allMatch(reference -> exchanges.containsKey(reference.group(1)));
  }

  /**
   * Puts values in the place of references.
   *
   * @throws TourFailure where one has no value
   */
  String resolve(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String reference) {
    Matcher number = RANDOM_NUMBER.matcher(reference);
    if (number.matches()) {
      return String.valueOf(
          ThreadLocalRandom.current()
              .nextInt(Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2))));
    }
    Matcher ofExchange = OF_EXCHANGE.matcher(reference);
    if (ofExchange.matches()) {
      return ofExchange(reference, ofExchange);
    }
    return switch (reference) {
      case "$guid" -> UUID.randomUUID().toString();
      case "$creditCode" -> CreditCodes.next();
      default -> {
        String variable = variables.get(reference);
        if (variable == null) {
          throw new TourFailure("{{" + reference + "}} has no value");
        }
        yield resolve(variable);
      }
    };
  }

  private String ofExchange(String reference, Matcher parts) {
    Exchange exchange = exchanges.get(parts.group(1));
    if (exchange == null) {
      throw new TourFailure("{{" + reference + "}}: that request was not answered");
    }
    boolean isRequest = parts.group(2).equals("request");
    String path = parts.group(4);
    List<String> found = new ArrayList<>();
    if (parts.group(3).equals("headers")) {
      Map<String, String> headers =
          isRequest ? exchange.requestHeaders() : exchange.responseHeaders();
      if (headers.containsKey(path)) {
        found.add(headers.get(path));
      }
    } else {
      JsonNode body = isRequest ? exchange.requestBody() : exchange.responseBody();
      if (path.equals("*")) {
        found.add(body.toString());
      } else {
        found.addAll(JsonPaths.texts(body, path));
      }
    }
    if (found.isEmpty()) {
      throw new TourFailure("{{" + reference + "}} has no value");
    }
    return found.getFirst();
  }
}
