package org.jiuye.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line of the local cloud: runs until it is told to stop. */
public final class LocalCloudMain {

  private static final int USAGE_ERROR = 2;

  private static final Map<String, Level> LEVELS =
      Map.of(
          "", Level.WARNING,
          "org.jiuye", Level.INFO,
          // Tells of every refused condition, with a stack trace.
          "software.amazon.dynamodb.services.local", Level.OFF,
          // Tells of the keywords that the seeds' schemas add.
          "com.networknt.schema", Level.SEVERE);

  /** Held, because the JDK forgets loggers that nobody holds. */
  private static final List<Logger> LOGGERS = new ArrayList<>();

  private LocalCloudMain() {}

  /** Runs a template; see {@code infra/local/up --help}. */
  public static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(CommandLine.USAGE);
      return;
    }
    LocalCloudOptions options;
    try {
      options = CommandLine.parse(List.of(arguments));
    } catch (IllegalArgumentException exception) {
      System.err.println(exception.getMessage());
      System.err.print(CommandLine.USAGE);
      System.exit(USAGE_ERROR);
      return;
    }
    configureLogging();
    run(options);
  }

  private static void run(LocalCloudOptions options) throws InterruptedException {
    LocalCloud cloud;
    try {
      cloud = LocalCloud.start(options);
    } catch (Exception exception) {
      System.err.println("The local cloud did not start. " + exception.getMessage());
      detail(exception).ifPresent(System.err::println);
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cloud), "stop"));
    System.out.println("ready " + cloud.address());
    new CountDownLatch(1).await();
  }

  private static Optional<String> detail(Exception exception) {
    if (exception.getCause() == null) {
      return Optional.empty();
    }
    StringWriter trace = new StringWriter();
    exception.printStackTrace(new PrintWriter(trace));
    return Optional.of(trace.toString());
  }

  private static void stop(LocalCloud cloud) {
    try {
      cloud.close();
      System.out.println("stopped");
    } catch (IOException exception) {
      System.err.println("The local cloud did not stop clean. " + exception);
    }
  }

  private static void configureLogging() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tT.%1$tL %4$-7s %3$s - %5$s%6$s%n");
    LEVELS.forEach((name, level) -> logger(name).setLevel(level));
  }

  private static Logger logger(String name) {
    Logger logger = Logger.getLogger(name);
    LOGGERS.add(logger);
    return logger;
  }
}
