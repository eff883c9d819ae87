package org.jiuye.seeds;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The command line of {@code infra/cloud/load-seeds}. */
public final class LoadCommand {

  private static final String USAGE =
      """
      Usage: infra/cloud/load-seeds --table NAME [--county julu] [--region REGION]
             infra/cloud/load-seeds --check [--county julu]

      Loads a county's seeds into the table, with the credentials that the AWS SDK finds.
      --check reads and checks the seeds and loads nothing.
      """;

  private static final int BROKEN = 1;
  private static final int MISUSED = 2;
  private static final int FAILED = 3;

  private LoadCommand() {}

  /**
   * Runs the command; ends with 0 when done, 1 when seeds are broken, 2 when misused, 3 on failure.
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Map<String, String> options = options(arguments);
    if (options == null || (options.containsKey("--check") == options.containsKey("--table"))) {
      err.print(USAGE);
      return MISUSED;
    }
    Path folder =
        Path.of(options.getOrDefault("--seeds", "seeds"), options.getOrDefault("--county", "julu"));
    if (!Files.isDirectory(folder)) {
      err.println(folder + " is no folder");
      return MISUSED;
    }
    try {
      Seeds seeds = Seeds.read(folder);
      out.println(folder + ": " + seeds.items().size() + " items, nothing wrong");
      String table = options.get("--table");
      if (table != null) {
        try (DynamoDbClient client = client(options.get("--region"))) {
          out.println(table + ": " + SeedLoader.load(seeds, client, table));
        }
      }
      return 0;
    } catch (SeedException e) {
      e.errors().forEach(err::println);
      err.println(e.errors().size() + " errors; nothing was written");
      return BROKEN;
    } catch (SdkException | IllegalStateException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  /** The options given, or nothing if they cannot be understood. */
  private static @Nullable Map<String, String> options(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String option = arguments.get(i);
      switch (option) {
        case "--check" -> options.put(option, "");
        case "--seeds", "--county", "--table", "--region" -> {
          if (++i == arguments.size()) {
            return null;
          }
          options.put(option, arguments.get(i));
        }
        default -> {
          return null;
        }
      }
    }
    return options;
  }

  private static DynamoDbClient client(@Nullable String region) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    return region == null ? builder.build() : builder.region(Region.of(region)).build();
  }
}
