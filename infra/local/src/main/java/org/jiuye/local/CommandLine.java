package org.jiuye.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads the options of {@code infra/local/up}. */
final class CommandLine {

  static final String USAGE =
      """
      usage: infra/local/up [options]
        --port PORT             where HTTP is served on 127.0.0.1, 0 for any free port (8080)
        --data DIR              where data stays (.jiuye beside the template)
        --fresh                 throws the data away first
        --template FILE         the template to run (template.yaml)
        --parameter NAME=VALUE  a value for a parameter of the template; may be repeated
        --help                  shows this
      """;

  private static final int DEFAULT_PORT = 8080;

  private CommandLine() {}

  /**
   * Reads options. Of an option that is given twice, the last counts.
   *
   * @throws IllegalArgumentException when they cannot be understood
   */
  static LocalCloudOptions parse(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    LocalCloudOptions options =
        LocalCloudOptions.inMemory(Path.of("template.yaml")).withPort(DEFAULT_PORT);
    while (!left.isEmpty()) {
      String option = left.pop();
      options =
          switch (option) {
            case "--port" -> options.withPort(port(value(option, left)));
            case "--data" -> options.withData(Path.of(value(option, left)));
            case "--fresh" -> options.withFresh(true);
            case "--template" -> template(options, Path.of(value(option, left)));
            case "--parameter" -> parameter(options, value(option, left));
            default -> throw new IllegalArgumentException("unknown option " + option);
          };
    }
    return options.data().isPresent()
        ? options
        : options.withData(options.template().toAbsolutePath().resolveSibling(".jiuye"));
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return left.pop();
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("--port: not a port: " + text);
    }
    return Integer.parseInt(text);
  }

  private static LocalCloudOptions template(LocalCloudOptions options, Path file) {
    return new LocalCloudOptions(
        file,
        options.port(),
        options.data(),
        options.fresh(),
        options.parameters(),
        options.services());
  }

  private static LocalCloudOptions parameter(LocalCloudOptions options, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("--parameter: not NAME=VALUE: " + text);
    }
    return options.withParameter(text.substring(0, equals), text.substring(equals + 1));
  }
}
