package org.jiuye.shared.table;

import java.net.URI;
import java.time.Duration;
import org.jiuye.shared.invocation.Priming;
import org.jiuye.shared.json.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The table and its client. */
@Configuration(proxyBeanMethods = false)
public class TableConfiguration {
  /** Far beyond what the table needs, and within an invocation: the rest is for another try. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  /** The client, which tries nothing again by itself: {@link Retry} does, within the invocation. */
  @Bean
  DynamoDbClient dynamoDbClient(Environment environment) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClient(UrlConnectionHttpClient.builder().socketTimeout(LONGEST_SILENCE).build())
            .overrideConfiguration(
                override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()));
    connect(builder, environment);
    return builder.build();
  }

  @Bean
  Table table(DynamoDbClient client, Environment environment) {
    return new Table(client, environment.getRequiredProperty("TABLE_NAME"));
  }

  @Bean
  Items items() {
    return new Items(Json.MAPPER);
  }

  @Bean
  Priming tablePriming(Environment environment) {
    return new TablePriming(Region.of(environment.getRequiredProperty("AWS_REGION")));
  }

  /**
   * Points a client to the region's own service with the SDK's default credentials, or, where the
   * property {@code jiuye.endpoint} is set (on one machine), to that address with the key that
   * comes with it.
   */
  public static void connect(AwsClientBuilder<?, ?> builder, Environment environment) {
    builder.region(Region.of(environment.getRequiredProperty("AWS_REGION")));
    String endpoint = environment.getProperty("jiuye.endpoint");
    if (endpoint != null) {
      builder
          .endpointOverride(URI.create(endpoint))
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(
                      environment.getRequiredProperty("jiuye.access-key-id"),
                      environment.getRequiredProperty("jiuye.secret-access-key"))));
    }
  }
}
