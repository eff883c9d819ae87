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
 * The address of AWS's services and the credentials for them. Usually these are the region's
 * services and the SDK's default credentials. Where the property {@code jiuye.endpoint} is set (on
 * one machine), they are that address and the key that is set beside it.
 *
 * @param endpoint the address to use instead of the region's own services
 * @param credentials the credentials to use instead of the SDK's default ones
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

  /** Makes a client use this connection. */
  public void applyTo(AwsClientBuilder<?, ?> builder) {
    builder.region(region);
    endpoint.ifPresent(builder::endpointOverride);
    credentials.ifPresent(builder::credentialsProvider);
  }

  /**
   * A client that uses this connection. It never retries by itself, because only its caller knows
   * which calls may be repeated.
   *
   * @param silence how long the client waits for each part of an answer
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
