package org.jiuye.shared.key;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jiuye.shared.aws.AwsConnection;
import org.jiuye.shared.aws.AwsHttpClient;
import org.jiuye.shared.aws.Retry;
import org.jiuye.shared.json.Json;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.ServiceMetadata;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Calls KMS (API version 2014-11-01, AWS JSON 1.1) with the SDK's own signer, credentials,
 * endpoints and HTTP client. The SDK's KMS client has fifty more operations and 1.5 MB more, which
 * would make every start of a function longer.
 */
final class KmsRequests {
  private static final String SERVICE = "kms";
  private static final String TARGET = "TrentService.";

  /** Much longer than KMS needs, and short enough to try again within an invocation. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

  private final SdkHttpClient http = AwsHttpClient.create(LONGEST_SILENCE);
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final URI endpoint;

  KmsRequests(AwsConnection connection) {
    credentials =
        connection.credentials().orElseGet(() -> DefaultCredentialsProvider.builder().build());
    region = connection.region().id();
    endpoint = endpoint(connection);
  }

  static URI endpoint(AwsConnection connection) {
    return connection
        .endpoint()
        .orElseGet(
            () ->
                URI.create(
                    "https://" + ServiceMetadata.of(SERVICE).endpointFor(connection.region())));
  }

  /**
   * Calls an operation, and repeats it while it fails for a passing reason and the invocation has
   * time.
   *
   * @throws AwsServiceException where KMS refuses; the message quotes nothing
   */
  JsonNode ask(String operation, Map<String, ?> input) {
    byte[] body = Json.MAPPER.writeValueAsBytes(input);
    return Retry.untilVerdict(() -> attempt(operation, body));
  }

  private JsonNode attempt(String operation, byte[] body) {
    SignedRequest signed = sign(operation, body);
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(null))
                      .build())
              .call();
      JsonNode answer = read(response);
      if (!response.httpResponse().isSuccessful()) {
        throw refusal(response.httpResponse().statusCode(), answer);
      }
      return answer;
    } catch (IOException failure) {
      throw SdkClientException.create("KMS gave no answer", failure);
    }
  }

  private SignedRequest sign(String operation, byte[] body) {
    AwsCredentials identity = credentials.resolveCredentials();
    return signer.sign(
        sign ->
            sign.identity(identity)
                .request(
                    SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(endpoint)
                        .encodedPath("/")
                        .putHeader("Content-Type", "application/x-amz-json-1.1")
                        .putHeader("X-Amz-Target", TARGET + operation)
                        .build())
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
  }

  private static JsonNode read(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return Json.MAPPER.createObjectNode();
    }
    try (InputStream body = response.responseBody().get()) {
      return Json.MAPPER.readTree(body.readAllBytes());
    } catch (JacksonException failure) {
      // For example a gateway's page: the status says what to do.
      return Json.MAPPER.createObjectNode();
    }
  }

  private static AwsServiceException refusal(int status, JsonNode answer) {
    String type = answer.path("__type").stringValue("");
    String code = type.substring(type.indexOf('#') + 1);
    return AwsServiceException.builder()
        .message("KMS refuses")
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().serviceName("Kms").errorCode(code).build())
        .build();
  }
}
