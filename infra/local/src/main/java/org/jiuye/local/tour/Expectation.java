package org.jiuye.local.tour;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What an answer must hold, as a line of a {@code tour.http} tells it: {@code $.state = CONFIRMED},
 * {@code $.code =~ \d{6}}, {@code $.items.length() >= 20}, {@code $.readAt}, or {@code no
 * $.items[?(@.state == 'OPEN')]}.
 *
 * @param path a JSON path, which may hold references
 * @param value what it is compared with, which may be a reference; empty where nothing is compared
 */
public record Expectation(String path, Comparison comparison, String value) {

  /** A path: steps without blanks, or filters, which may hold some. */
  private static final String PATH = "\\$(?:\\{\\{.*?}}|\\[\\?\\(.*?\\)]|\\[[^?\\]]*]|[^\\s\\[])*";

  private static final Pattern ABSENT = Pattern.compile("no (" + PATH + ")");
  private static final Pattern PRESENT = Pattern.compile(PATH);
  private static final Pattern COMPARED = Pattern.compile("(" + PATH + ") (=~|=|>=) (.+)");

  /** How what is at the path is looked at. */
  public enum Comparison {
    PRESENT,
    ABSENT,
    EQUAL,
    MATCHES,
    AT_LEAST
  }

  /** Reads what stands behind {@code # expect}; empty where it is no expectation. */
  static Optional<Expectation> parse(String text) {
    return read(text).filter(expectation -> JsonPaths.isPath(expectation.path()));
  }

  private static Optional<Expectation> read(String text) {
    Matcher absent = ABSENT.matcher(text);
    if (absent.matches()) {
      return Optional.of(new Expectation(absent.group(1), Comparison.ABSENT, ""));
    }
    if (PRESENT.matcher(text).matches()) {
      return Optional.of(new Expectation(text, Comparison.PRESENT, ""));
    }
    Matcher compared = COMPARED.matcher(text);
    if (!compared.matches()) {
      return Optional.empty();
    }
    Comparison comparison =
        switch (compared.group(2)) {
          case "=" -> Comparison.EQUAL;
          case "=~" -> Comparison.MATCHES;
          default -> Comparison.AT_LEAST;
        };
    return Optional.of(new Expectation(compared.group(1), comparison, compared.group(3)));
  }

  /** The same with its references resolved. */
  Expectation resolved(Values values) {
    return new Expectation(values.resolve(path), comparison, values.resolve(value));
  }

  /** Whether an answer is as expected; the references are resolved. */
  boolean isMet(JsonNode answer) {
    List<String> found = JsonPaths.texts(answer, path);
    return switch (comparison) {
      case PRESENT -> !found.isEmpty();
      case ABSENT -> found.isEmpty();
      case EQUAL -> !found.isEmpty() && found.stream().allMatch(value::equals);
      case MATCHES -> !found.isEmpty() && found.stream().allMatch(text -> text.matches(value));
      case AT_LEAST -> !found.isEmpty() && found.stream().allMatch(this::isAtLeast);
    };
  }

  private boolean isAtLeast(String text) {
    try {
      return Double.parseDouble(text) >= Double.parseDouble(value);
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  /** As it stands in the file. */
  @Override
  public String toString() {
    return switch (comparison) {
      case PRESENT -> path;
      case ABSENT -> "no " + path;
      case EQUAL -> path + " = " + value;
      case MATCHES -> path + " =~ " + value;
      case AT_LEAST -> path + " >= " + value;
    };
  }
}
