package org.jiuye.checks.localstack;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.ImagePullPolicy;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** LocalStack in a container, with the services that the template needs and no others. */
final class LocalStack implements AutoCloseable {
  static final Region REGION = Region.US_EAST_1;

  private static final int PORT = 4566;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ImagePullPolicy NEVER = _ -> false;
  private static final Map<String, String> SETTINGS =
      Map.of(
          "SERVICES",
          "cloudformation,cloudwatch,dynamodb,dynamodbstreams,iam,kms,logs,scheduler,sns,sqs,sts",
          "PROVIDER_OVERRIDE_DYNAMODB",
          "v2",
          "DYNAMODB_IN_MEMORY",
          "1",
          // It deploys without its network and tells nobody.
          "SKIP_SSL_CERT_DOWNLOAD",
          "1",
          "DISABLE_EVENTS",
          "1",
          // Types that it does not know end no stack before it is transformed; see LeftOut.
          "CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES",
          "1");

  private final GenericContainer<?> container;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  private LocalStack(GenericContainer<?> container) {
    this.container = container;
  }

  static LocalStack start() {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(LocalStackImage.name()))
            .withImagePullPolicy(NEVER)
            .withEnv(SETTINGS)
            .withExposedPorts(PORT)
            .waitingFor(
                Wait.forHttp("/_localstack/health").forPort(PORT).withStartupTimeout(PATIENCE));
    container.start();
    return new LocalStack(container);
  }

  /** Where all its services are. */
  URI endpoint() {
    return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
  }

  /** A client of one of its services. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .httpClient(http)
        .endpointOverride(endpoint())
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  /** Its services without the SDK. */
  Api api() {
    return new Api(endpoint());
  }

  @Override
  public void close() {
    http.close();
    container.stop();
  }
}
