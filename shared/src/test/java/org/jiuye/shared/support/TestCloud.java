package org.jiuye.shared.support;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.aws.AwsConnection;
import org.jiuye.shared.aws.AwsHttpClient;
import org.jiuye.shared.table.Table;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table, emulated in this JVM once for all tests, as a function sees it. Tests keep apart by
 * partitions of their own.
 */
public final class TestCloud {
  private static final String FUNCTION = "Tester";

  private TestCloud() {}

  private static final class Running {
    private static final EmulatedCloud CLOUD =
        EmulatedCloud.start(
            CloudOptions.inMemory(Path.of("src/test/resources/template.yaml"), Map.of()));
  }

  /** The services. */
  public static EmulatedCloud cloud() {
    return Running.CLOUD;
  }

  /** The table's name. */
  public static String tableName() {
    return cloud().environmentOf(FUNCTION).getOrDefault("TABLE_NAME", "");
  }

  /** A partition that no other test writes to. */
  public static String partition() {
    return "TEST#" + UUID.randomUUID();
  }

  /** The function's way to the table, watched. */
  public static DynamoDbClient client(ExecutionInterceptor... watchers) {
    return client(
        UnaryOperator.identity(),
        builder -> builder.overrideConfiguration(override -> configure(override, watchers)));
  }

  /** The function's way to the table over a connection of the test's making. */
  public static DynamoDbClient client(UnaryOperator<SdkHttpClient> connection) {
    return client(
        connection, builder -> builder.overrideConfiguration(override -> configure(override)));
  }

  /** The table as the function sees it, watched. */
  public static Table table(ExecutionInterceptor... watchers) {
    return new Table(client(watchers), tableName());
  }

  /** Stores an item as nobody's function. */
  public static void store(Map<String, AttributeValue> item) {
    cloud().dynamoDb().putItem(put -> put.tableName(tableName()).item(item));
  }

  private static void configure(
      ClientOverrideConfiguration.Builder override, ExecutionInterceptor... watchers) {
    override.retryStrategy(DefaultRetryStrategy.doNotRetry());
    for (ExecutionInterceptor watcher : watchers) {
      override.addExecutionInterceptor(watcher);
    }
  }

  private static DynamoDbClient client(
      UnaryOperator<SdkHttpClient> connection, Consumer<DynamoDbClientBuilder> more) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("function", Map.copyOf(cloud().connectionOf(FUNCTION))));
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("lambda", Map.of("AWS_REGION", cloud().region())));
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClient(connection.apply(AwsHttpClient.create(Duration.ofSeconds(10))));
    AwsConnection.of(environment).applyTo(builder);
    more.accept(builder);
    return builder.build();
  }
}
