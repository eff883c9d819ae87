package org.jiuye.emulators;

import java.net.URI;
import org.jiuye.emulators.gateway.Credentials;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The administrator's clients. */
final class AdminClients implements AutoCloseable {

  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final DynamoDbClient dynamoDb;
  private final DynamoDbStreamsClient streams;
  private final SqsClient sqs;

  AdminClients(URI tables, URI queues, Credentials credentials, String region) {
    AwsCredentialsProvider key =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey()));
    this.dynamoDb =
        DynamoDbClient.builder()
            .httpClient(http)
            .endpointOverride(tables)
            .region(Region.of(region))
            .credentialsProvider(key)
            .build();
    this.streams =
        DynamoDbStreamsClient.builder()
            .httpClient(http)
            .endpointOverride(tables)
            .region(Region.of(region))
            .credentialsProvider(key)
            .build();
    this.sqs =
        SqsClient.builder()
            .httpClient(http)
            .endpointOverride(queues)
            .region(Region.of(region))
            .credentialsProvider(key)
            .build();
  }

  DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  DynamoDbStreamsClient streams() {
    return streams;
  }

  SqsClient sqs() {
    return sqs;
  }

  @Override
  public void close() {
    dynamoDb.close();
    streams.close();
    sqs.close();
    http.close();
  }
}
