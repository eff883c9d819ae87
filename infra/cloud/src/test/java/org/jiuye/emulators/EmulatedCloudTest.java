package org.jiuye.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuye.emulators.TestCloud.TABLE;
import static org.jiuye.emulators.TestCloud.key;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EmulatedCloudTest {

  @Test
  void theRealTemplateStarts() {
    CloudOptions options =
        CloudOptions.inMemory(
            Path.of("../../template.yaml"),
            Map.of(
                "JwtIssuer", "http://127.0.0.1:1/issuer",
                "JwtAudience", "jiuye",
                "AllowedOrigins", "https://pages.example"));
    try (EmulatedCloud cloud = EmulatedCloud.start(options)) {
      assertThat(
              cloud
                  .template()
                  .function("EventRelayFunction")
                  .streamSources()
                  .getFirst()
                  .streamArn())
          .isEqualTo(
              cloud
                  .dynamoDb()
                  .describeTable(b -> b.tableName("jiuye-Table"))
                  .table()
                  .latestStreamArn());
      assertThat(cloud.dynamoDb().listTables().tableNames()).containsExactly("jiuye-Table");
      assertThat(cloud.sqs().listQueues().queueUrls())
          .containsExactlyInAnyOrderElementsOf(
              cloud.template().queues().stream().map(queue -> queue.url()).toList());
      assertThat(
              cloud
                  .dynamoDb()
                  .describeTimeToLive(b -> b.tableName("jiuye-Table"))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
      assertThat(cloud.environmentOf("StallBookingHttpFunction"))
          .containsEntry("SPRING_CLOUD_FUNCTION_DEFINITION", "stallBookingHttp")
          .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "jiuye-StallBookingHttpLogGroup")
          .containsEntry(
              "IDEMPOTENCY_KEY_ARN",
              "arn:aws-cn:kms:cn-north-1:000000000000:key/jiuye-idempotencykey");
    }
  }

  @Test
  void functionsSeeWhatTheTemplateAndLambdaGiveThem() {
    try (EmulatedCloud cloud = EmulatedCloud.start(TestCloud.options())) {
      Map<String, String> environment = cloud.environmentOf("Writer");

      assertThat(environment)
          .containsEntry("TABLE_NAME", TABLE)
          .containsEntry("AWS_REGION", "cn-north-1")
          .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "jiuye-Writer")
          .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
          .containsEntry("AWS_EXECUTION_ENV", "AWS_Lambda_java25")
          .containsEntry("_HANDLER", "org.example.Writer::handle")
          .containsEntry("KEY_ARN", "arn:aws-cn:kms:cn-north-1:000000000000:key/jiuye-key")
          .containsEntry("TZ", ":UTC");
      assertThat(cloud.connectionOf("Writer"))
          .containsEntry("jiuye.endpoint", cloud.endpoint().toString())
          .containsEntry("jiuye.access-key-id", cloud.credentialsOf("Writer").accessKeyId());
    }
  }

  @Test
  void aFunctionIsGivenTheKeysThatItsRoleMayUse() throws IOException {
    Path file;
    try (EmulatedCloud cloud = EmulatedCloud.start(TestCloud.options())) {
      assertThat(cloud.connectionOf("Writer"))
          .containsKey("jiuye.key-file.jiuye-key")
          .doesNotContainKey("jiuye.key-file.jiuye-otherkey");
      file = keyFile(cloud);
      assertThat(Base64.getDecoder().decode(Files.readString(file))).hasSize(32);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void writesAreSeenInTheStreamThatTheTemplateNames() {
    try (EmulatedCloud cloud = EmulatedCloud.start(TestCloud.options())) {
      cloud.dynamoDb().putItem(b -> b.tableName(TABLE).item(key("OWN#1", "a")));
      String stream =
          cloud.dynamoDb().describeTable(b -> b.tableName(TABLE)).table().latestStreamArn();

      List<Record> records =
          cloud
              .streams()
              .describeStream(b -> b.streamArn(stream))
              .streamDescription()
              .shards()
              .stream()
              .map(
                  shard ->
                      cloud
                          .streams()
                          .getShardIterator(
                              b ->
                                  b.streamArn(stream)
                                      .shardId(shard.shardId())
                                      .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                          .shardIterator())
              .flatMap(
                  iterator ->
                      cloud.streams().getRecords(b -> b.shardIterator(iterator)).records().stream())
              .toList();

      assertThat(records)
          .singleElement()
          .satisfies(
              record -> assertThat(record.dynamodb().newImage()).isEqualTo(key("OWN#1", "a")));
    }
  }

  @Test
  void queuesHaveTheTemplatesSettings() {
    try (EmulatedCloud cloud = EmulatedCloud.start(TestCloud.options())) {
      String url = cloud.template().queue("Allowed").url();

      assertThat(
              cloud
                  .sqs()
                  .getQueueAttributes(b -> b.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                  .attributesAsStrings())
          .containsEntry("VisibilityTimeout", "2")
          .hasEntrySatisfying(
              "RedrivePolicy", policy -> assertThat(policy).contains("jiuye-DeadLetters"));
    }
  }

  @Test
  void twoCloudsDoNotKnowOfEachOther() throws IOException {
    try (EmulatedCloud one = EmulatedCloud.start(TestCloud.options());
        EmulatedCloud other = EmulatedCloud.start(TestCloud.options())) {
      one.dynamoDb().putItem(b -> b.tableName(TABLE).item(key("OWN#1", "a")));
      one.sqs()
          .sendMessage(b -> b.queueUrl(one.template().queue("Allowed").url()).messageBody("x"));

      assertThat(other.dynamoDb().getItem(b -> b.tableName(TABLE).key(key("OWN#1", "a"))).hasItem())
          .isFalse();
      assertThat(
              other
                  .sqs()
                  .receiveMessage(b -> b.queueUrl(other.template().queue("Allowed").url()))
                  .messages())
          .isEmpty();
      assertThat(Files.readString(keyFile(other))).isNotEqualTo(Files.readString(keyFile(one)));
    }
  }

  @Test
  void threeHundredCallersAreServedAtOnce() throws Exception {
    try (EmulatedCloud cloud = EmulatedCloud.start(TestCloud.options());
        DynamoDbClient writer =
            TestCloud.dynamoDb(cloud.endpoint(), cloud.credentialsOf("Writer"));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PutItemResponse>> writes =
          IntStream.range(0, 300)
              .mapToObj(
                  i ->
                      callers.submit(
                          () -> writer.putItem(b -> b.tableName(TABLE).item(key("OWN#" + i, "a")))))
              .toList();
      for (Future<PutItemResponse> write : writes) {
        assertThat(write.get().sdkHttpResponse().isSuccessful()).isTrue();
      }
      assertThat(cloud.dynamoDb().scan(b -> b.tableName(TABLE)).count()).isEqualTo(300);
    }
  }

  @Test
  void aClosedCloudListensNoMoreEvenWhileSomebodyPolls() throws Exception {
    EmulatedCloud cloud = EmulatedCloud.start(TestCloud.options());
    String url = cloud.template().queue("Other").url();
    try (SqsClient receiver = TestCloud.sqs(cloud.endpoint(), cloud.adminCredentials());
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> poll =
          callers.submit(() -> receiver.receiveMessage(b -> b.queueUrl(url).waitTimeSeconds(20)));

      assertTimeout(Duration.ofSeconds(15), cloud::close);

      assertThatThrownBy(poll::get).isInstanceOf(ExecutionException.class);
      assertThatThrownBy(
              () ->
                  new Socket(InetAddress.getLoopbackAddress(), cloud.endpoint().getPort()).close())
          .hasMessageContaining("refused");
    }
  }

  private static Path keyFile(EmulatedCloud cloud) {
    return Path.of(cloud.connectionOf("Writer").getOrDefault("jiuye.key-file.jiuye-key", ""));
  }
}
