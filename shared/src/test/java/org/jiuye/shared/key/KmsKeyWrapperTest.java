package org.jiuye.shared.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.aws.AwsConnection;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.key.RecordedKms.Asked;
import org.jiuye.shared.key.RecordedKms.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;

/** What is asked of KMS: a key of 256 bits, bound to its person by the encryption context. */
class KmsKeyWrapperTest {
  private static final String ARN = "arn:aws-cn:kms:cn-north-1:000000000000:key/1";
  private static final Failure FAULT = new Failure(500, "{\"__type\":\"KMSInternalException\"}");
  private static final Failure THROTTLING =
      new Failure(400, "{\"__type\":\"com.amazonaws.kms#ThrottlingException\"}");

  private final RecordedKms kms = RecordedKms.start();
  private final KmsKeyWrapper wrapper =
      new KmsKeyWrapper(new KmsRequests(connection(Optional.of(kms.endpoint()))), ARN, "personId");

  KmsKeyWrapperTest() throws IOException {}

  @AfterEach
  void stop() {
    kms.close();
  }

  @Test
  void aDataKeyIsMadeAndOpenedForItsPerson() {
    KeyWrapper.NewKey made = wrapper.generate("person-1");

    assertThat(made.plain()).hasSize(KeyWrapper.DATA_KEY_BYTES);
    assertThat(wrapper.unwrap(made.wrapped(), "person-1")).isEqualTo(made.plain());
    assertRefused("InvalidCiphertextException", () -> wrapper.unwrap(made.wrapped(), "person-2"));
    assertThat(kms.asked)
        .extracting(Asked::operation)
        .containsExactly(
            "TrentService.GenerateDataKey", "TrentService.Decrypt", "TrentService.Decrypt");
    assertThat(kms.asked.getFirst().input())
        .isEqualTo(
            Json.MAPPER.valueToTree(
                Map.of(
                    "KeyId",
                    ARN,
                    "KeySpec",
                    "AES_256",
                    "EncryptionContext",
                    Map.of("personId", "person-1"))));
    assertThat(kms.asked.getLast().input().path("KeyId").stringValue()).isEqualTo(ARN);
  }

  @Test
  void everyRequestIsSignedForKmsInItsRegion() {
    wrapper.generate("person-1");

    assertThat(kms.asked)
        .allSatisfy(
            asked -> {
              assertThat(asked.contentType()).isEqualTo("application/x-amz-json-1.1");
              assertThat(asked.authorization())
                  .matches(
                      "AWS4-HMAC-SHA256 Credential=key/\\d{8}/cn-north-1/kms/aws4_request,"
                          + " SignedHeaders=[a-z0-9;-]*x-amz-target[a-z0-9;-]*,"
                          + " Signature=[0-9a-f]{64}");
            });
  }

  @Test
  void whatFailsForAPassingReasonIsTriedAgain() {
    kms.fail(FAULT, THROTTLING, new Failure(503, "<html>"), new Failure(502, ""));

    assertThat(wrapper.generate("person-1").plain()).hasSize(KeyWrapper.DATA_KEY_BYTES);
    assertThat(kms.asked).hasSize(5);
  }

  @Test
  void aRefusalIsNotTriedAgainAndQuotesNothing() {
    kms.fail(
        new Failure(400, "{\"__type\":\"AccessDeniedException\",\"message\":\"130529 person-1\"}"));

    assertRefused("AccessDeniedException", () -> wrapper.generate("person-1"));
    assertThat(kms.asked).hasSize(1);
  }

  @Test
  void whenTimeIsOverNobodyWaitsLonger() {
    kms.fail(Collections.nCopies(1_000, FAULT).toArray(Failure[]::new));

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(
            () -> Deadline.within(Duration.ofMillis(200), () -> wrapper.generate("person-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "not json", ""})
  void anAnswerWithoutAKeyIsNone(String body) {
    kms.fail(new Failure(200, body));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> wrapper.generate("person-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "cn-north-1, https://kms.cn-north-1.amazonaws.com.cn",
    "eu-central-1, https://kms.eu-central-1.amazonaws.com"
  })
  void aRegionHasItsOwn(String region, String endpoint) {
    assertThat(
            KmsRequests.endpoint(
                new AwsConnection(Region.of(region), Optional.empty(), Optional.empty())))
        .isEqualTo(URI.create(endpoint));
  }

  private static void assertRefused(String code, Runnable request) {
    assertThatExceptionOfType(AwsServiceException.class)
        .isThrownBy(request::run)
        .satisfies(
            refusal -> {
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refusal.getMessage()).doesNotContain("person");
            });
  }

  private static AwsConnection connection(Optional<URI> endpoint) {
    return new AwsConnection(
        Region.CN_NORTH_1,
        endpoint,
        Optional.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))));
  }
}
