package org.jiuye.local.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A route key taken apart: {@code GET /sites/{siteId}}, {@code ANY /{proxy+}}, {@code $default}.
 */
record RoutePattern(String routeKey, String method, List<Segment> segments) {

  /** The most specific first: API Gateway takes full matches before greedy ones, then $default. */
  static final Comparator<RoutePattern> MOST_SPECIFIC_FIRST =
      Comparator.comparing(RoutePattern::isDefault)
          .thenComparing(RoutePattern::isGreedy)
          .thenComparing(RoutePattern::ranks)
          .thenComparing(RoutePattern::takesAnyMethod);

  private static final String ANY = "ANY";

  /** What a segment of a path may be, with how specific it is: lower goes first. */
  enum Kind {
    LITERAL("1"),
    PARAMETER("2"),
    GREEDY("3");

    private final String rank;

    Kind(String rank) {
      this.rank = rank;
    }
  }

  record Segment(Kind kind, String text) {

    static Segment of(String text) {
      if (!text.startsWith("{") || !text.endsWith("}")) {
        return new Segment(Kind.LITERAL, PercentCoding.path(text));
      }
      String name = text.substring(1, text.length() - 1);
      return name.endsWith("+")
          ? new Segment(Kind.GREEDY, name.substring(0, name.length() - 1))
          : new Segment(Kind.PARAMETER, name);
    }
  }

  static RoutePattern of(String routeKey) {
    if (routeKey.equals("$default")) {
      return new RoutePattern(routeKey, ANY, List.of());
    }
    String[] parts = routeKey.split(" ", 2);
    if (parts.length != 2 || !parts[1].startsWith("/")) {
      throw new IllegalArgumentException("Not a route key: " + routeKey);
    }
    return new RoutePattern(routeKey, parts[0], split(parts[1]).stream().map(Segment::of).toList());
  }

  /** The segments of a path that begins with a slash, still encoded; a slash at the end counts. */
  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The path's parameters, decoded, when this route takes such a request. */
  Optional<Map<String, String>> match(String callMethod, List<String> path) {
    if (isDefault()) {
      return Optional.of(Map.of());
    }
    boolean lengthFits =
        isGreedy() ? path.size() >= segments.size() : path.size() == segments.size();
    if (!lengthFits || !(takesAnyMethod() || method.equals(callMethod))) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      String value =
          segment.kind() == Kind.GREEDY
              ? decoded(path.subList(i, path.size()))
              : PercentCoding.path(path.get(i));
      if (segment.kind() == Kind.LITERAL) {
        if (!value.equals(segment.text())) {
          return Optional.empty();
        }
      } else if (value.isEmpty()) {
        return Optional.empty();
      } else {
        parameters.put(segment.text(), value);
      }
    }
    return Optional.of(parameters);
  }

  private static String decoded(List<String> rest) {
    return rest.stream().map(PercentCoding::path).collect(Collectors.joining("/"));
  }

  private boolean isDefault() {
    return segments.isEmpty();
  }

  private boolean isGreedy() {
    return segments.stream().anyMatch(segment -> segment.kind() == Kind.GREEDY);
  }

  private boolean takesAnyMethod() {
    return method.equals(ANY);
  }

  /** The segments' ranks from the left. */
  private String ranks() {
    return segments.stream().map(segment -> segment.kind().rank).collect(Collectors.joining());
  }
}
