package org.jiuye.local.tour;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the tour is walked.
 *
 * @param project the folder whose {@code functions/*}{@code /tour.http} are walked
 * @param address where the suite, or a proxy before it, is served; without a slash at its end
 * @param only the one capability whose tour is walked, empty for all
 */
record TourOptions(Path project, String address, Optional<String> only) {

  private static final String USUAL = "http://127.0.0.1:8080";
  private static final int LAST_PORT = 65_535;
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException when it cannot be understood
   */
  static TourOptions parse(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    Path project = Path.of("");
    Optional<String> port = Optional.empty();
    Optional<String> address = Optional.empty();
    Optional<String> only = Optional.empty();
    while (!left.isEmpty()) {
      String argument = left.pop();
      switch (argument) {
        case "--project" -> project = Path.of(value(argument, left));
        case "--port" -> port = Optional.of("http://127.0.0.1:" + port(value(argument, left)));
        case "--only" -> only = Optional.of(value(argument, left));
        default -> {
          if (argument.startsWith("-")) {
            throw new IllegalArgumentException("There is no option " + argument + ".");
          }
          if (address.isPresent()) {
            throw new IllegalArgumentException("Give one address, not two.");
          }
          address = Optional.of(address(argument));
        }
      }
    }
    if (port.isPresent() && address.isPresent()) {
      throw new IllegalArgumentException("Give --port or an address, not both.");
    }
    return new TourOptions(project, address.orElse(port.orElse(USUAL)), only);
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return left.pop();
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT || text.matches("0+")) {
      throw new IllegalArgumentException(text + " is no port.");
    }
    return Integer.parseInt(text);
  }

  private static String address(String text) {
    String url = text.matches("https?://.*") ? text : "http://" + text;
    try {
      URI uri = URI.create(url);
      boolean named = uri.getHost() != null && HOST.matcher(uri.getAuthority()).matches();
      if (named && uri.getPort() <= LAST_PORT && uri.getQuery() == null && !text.isEmpty()) {
        return url.replaceFirst("/+$", "");
      }
    } catch (IllegalArgumentException malformed) {
      // Said below.
    }
    throw new IllegalArgumentException("“" + text + "” is no address.");
  }
}
