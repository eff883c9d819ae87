package org.jiuye.shared.support;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** A connection that breaks: before a request has arrived, or after, so that its answer is lost. */
public final class LosingConnection implements SdkHttpClient {
  private final SdkHttpClient connection;
  private final boolean arrives;
  private final AtomicInteger left;

  /**
   * A connection that breaks some times, then holds.
   *
   * @param arrives whether what was sent arrives and is done
   */
  public LosingConnection(SdkHttpClient connection, boolean arrives, int times) {
    this.connection = connection;
    this.arrives = arrives;
    this.left = new AtomicInteger(times);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = connection.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        if (left.getAndDecrement() <= 0) {
          return prepared.call();
        }
        if (arrives) {
          prepared.call();
        }
        throw new SocketException("Connection reset");
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public String clientName() {
    return "Losing";
  }

  @Override
  public void close() {
    connection.close();
  }
}
