package org.jiuye.shared.aws;

import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The SDK's client on the JDK's own HTTP, which loads least, without the wait in it. The SDK tells
 * the JDK how long a request is, the JDK streams it, and of a POST that it streams over a kept
 * connection it first waits a whole millisecond for the other side to hang up. DynamoDB and SQS are
 * asked by POST alone, and in little: the JDK is given the whole request, finds the length by
 * itself, and sends it at once.
 *
 * <p>A POST that it has whole, the JDK would send again by itself when the answer is lost. That is
 * switched off, for the whole JVM: only who knows that a write may have been done twice can tell
 * its own write from somebody else's.
 */
public final class AwsHttpClient implements SdkHttpClient {
  private static final String CONTENT_LENGTH = "Content-Length";

  static {
    // Read by the JDK once, when it is asked for its first connection.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private final SdkHttpClient client;

  private AwsHttpClient(SdkHttpClient client) {
    this.client = client;
  }

  /**
   * A client.
   *
   * @param silence how long it waits for each part of an answer
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
