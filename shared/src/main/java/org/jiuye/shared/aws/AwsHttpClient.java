package org.jiuye.shared.aws;

import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The SDK's client on the JDK's own HTTP client, which loads the fewest classes, without a wait
 * that the pair has. The SDK tells the JDK the length of a request, so the JDK streams it; and
 * before the JDK streams a POST over a kept connection, it waits a millisecond for the other side
 * to hang up. All requests to DynamoDB and SQS are small POSTs. So this client gives the JDK the
 * whole request without its length, and the JDK sends it at once.
 *
 * <p>When the answer to such a POST is lost, the JDK would send it again by itself. That is
 * switched off for the whole JVM: a write that may have been done twice must be known as such, or
 * it cannot be told from somebody else's.
 */
public final class AwsHttpClient implements SdkHttpClient {
  private static final String CONTENT_LENGTH = "Content-Length";

  static {
    // The JDK reads this once, when it opens its first connection.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private final SdkHttpClient client;

  private AwsHttpClient(SdkHttpClient client) {
    this.client = client;
  }

  /**
   * A client.
   *
   * @param silence how long the client waits for each part of an answer
   */
  public static SdkHttpClient create(Duration silence) {
    return new AwsHttpClient(UrlConnectionHttpClient.builder().socketTimeout(silence).build());
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    SdkHttpRequest unmeasured =
        request.httpRequest().copy(copy -> copy.removeHeader(CONTENT_LENGTH));
    HttpExecuteRequest.Builder whole = HttpExecuteRequest.builder().request(unmeasured);
    request.contentStreamProvider().ifPresent(whole::contentStreamProvider);
    request.metricCollector().ifPresent(whole::metricCollector);
    return client.prepareRequest(whole.build());
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
