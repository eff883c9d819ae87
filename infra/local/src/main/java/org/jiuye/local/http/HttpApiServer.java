package org.jiuye.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server on loopback alone. It first takes its port, so that the port can be told to others
 * (the issuer's address in the template), and then serves; who calls in between waits.
 */
public final class HttpApiServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int WAITING_CONNECTIONS = 1024;
  private static final int HEADER_BYTES = 16 * 1024;

  /** Longer than the gateway waits for a function, so that no running request is cut off. */
  private static final Duration DRAIN = Duration.ofSeconds(35);

  private static final Duration IDLE_WHILE_STOPPING = Duration.ofMillis(50);

  private final Server server;
  private final ServerConnector connector;
  private final int port;

  private HttpApiServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
    this.port = connector.getLocalPort();
  }

  /**
   * Takes a port.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException when the port is taken
   */
  public static HttpApiServer open(int port) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-call-", 0).factory()));
    Server server = new Server(threads);
    server.setStopTimeout(DRAIN.toMillis());
    server.setErrorHandler(new GatewayErrors());
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    connector.setAcceptQueueSize(WAITING_CONNECTIONS);
    // Connections without a request need not be waited for.
    connector.setShutdownIdleTimeout(IDLE_WHILE_STOPPING.toMillis());
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException problem) {
      throw new UncheckedIOException(
          "Port " + port + " is taken; choose another with --port", problem);
    }
    return new HttpApiServer(server, connector);
  }

  /** The port, also before it is served. */
  public int port() {
    return port;
  }

  /** Where it is reached: {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return URI.create("http://" + LOOPBACK + ":" + port);
  }

  /** Serves: the first of these that knows a request answers it, 404 when none does. */
  public void serve(List<HttpHandler> handlers) {
    server.setHandler(new GracefulHandler(new JettyAdapter(List.copyOf(handlers))));
    try {
      server.start();
    } catch (Exception problem) {
      throw new IllegalStateException("The HTTP server does not start", problem);
    }
  }

  /** Takes no more requests, waits for those that run, and gives the port back. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception problem) {
      throw new IllegalStateException("The HTTP server does not stop", problem);
    } finally {
      // A server that never served holds its port all the same.
      connector.close();
    }
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    // Paths reach the routes as they were sent: what an encoded slash means is the gateway's rule.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }
}
