package org.jiuye.shared.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * Where AWS's services are and who asks them: the region's own, asked with the SDK's default
 * credentials; or, where the property {@code jiuye.endpoint} is set (on one machine), that address,
 * asked with the key that comes with it.
 *
 * @param endpoint in the place of the region's own services
 * @param credentials in the place of the SDK's default ones
 */
public record AwsConnection(
    Region region, Optional<URI> endpoint, Optional<AwsCredentialsProvider> credentials) {

  /** The connection that a function's settings describe. */
  public static AwsConnection of(Environment environment) {
    Region region = Region.of(environment.getRequiredProperty("AWS_REGION"));
    return Optional.ofNullable(environment.getProperty("jiuye.endpoint"))
        .map(
            endpoint ->
                new AwsConnection(
                    region, Optional.of(URI.create(endpoint)), Optional.of(key(environment))))
        .orElseGet(() -> new AwsConnection(region, Optional.empty(), Optional.empty()));
  }

  private static AwsCredentialsProvider key(Environment environment) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            environment.getRequiredProperty("jiuye.access-key-id"),
            environment.getRequiredProperty("jiuye.secret-access-key")));
  }

  /** Has a client take this connection. */
  public void applyTo(AwsClientBuilder<?, ?> builder) {
    builder.region(region);
    endpoint.ifPresent(builder::endpointOverride);
    credentials.ifPresent(builder::credentialsProvider);
  }

  /**
   * A client over this connection, which tries nothing again by itself: whose calls it makes knows
   * what may be asked twice.
   *
   * @param silence how long it waits for each part of an answer
   */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, Duration silence) {
    applyTo(builder);
    return builder
        .httpClient(AwsHttpClient.create(silence))
        .overrideConfiguration(
            override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
