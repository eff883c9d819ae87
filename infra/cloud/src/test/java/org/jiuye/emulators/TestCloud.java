package org.jiuye.emulators;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jiuye.emulators.gateway.Credentials;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What tests of the emulators share. */
final class TestCloud {

  static final String TABLE = "jiuye-Table";

  private TestCloud() {}

  static CloudOptions options() {
    return CloudOptions.inMemory(Path.of("src/test/resources/template.yaml"), Map.of());
  }

  static DynamoDbClient dynamoDb(URI endpoint, Credentials credentials) {
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(endpoint)
        .region(Region.of("cn-north-1"))
        .credentialsProvider(provider(credentials))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  static SqsClient sqs(URI endpoint, Credentials credentials) {
    return SqsClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(endpoint)
        .region(Region.of("cn-north-1"))
        .credentialsProvider(provider(credentials))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  private static StaticCredentialsProvider provider(Credentials credentials) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey()));
  }
}
