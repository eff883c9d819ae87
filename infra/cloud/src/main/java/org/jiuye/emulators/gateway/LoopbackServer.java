package org.jiuye.emulators.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server in front of everything, bound to the loopback address alone. */
public final class LoopbackServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  /** Every long poll and every write waits in a thread of its own. */
  private static final int MOST_THREADS = 1024;

  private static final int FEWEST_THREADS = 16;
  private static final int BACKLOG = 2048;
  private static final int STOP_MILLISECONDS = 500;

  private final Server server;
  private final ServerConnector gateway;
  private final ServerConnector direct;
  private final URI gatewayEndpoint;
  private final URI directEndpoint;

  private LoopbackServer(int gatewayPort, int directPort) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("gateway");
    threads.setDaemon(true);
    threads.setStopTimeout(STOP_MILLISECONDS);
    server = new Server(threads);
    server.setStopTimeout(0);
    gateway = connector(gatewayPort, "gateway");
    direct = connector(directPort, Gateway.DIRECT);
    gatewayEndpoint = endpoint(gateway);
    directEndpoint = endpoint(direct);
  }

  /** Takes the ports; serves once it is given a handler. */
  public static LoopbackServer open(int gatewayPort, int directPort) {
    try {
      return new LoopbackServer(gatewayPort, directPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI gatewayEndpoint() {
    return gatewayEndpoint;
  }

  public URI directEndpoint() {
    return directEndpoint;
  }

  public void serve(Handler handler) {
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The gateway could not be started", e);
    }
  }

  /** Stops serving and gives the ports back; doing so again has no effect. */
  @Override
  public void close() {
    try {
      server.stop();
      gateway.close();
      direct.close();
    } catch (Exception e) {
      throw new IllegalStateException("The gateway could not be stopped", e);
    }
  }

  private ServerConnector connector(int port, String name) throws IOException {
    HttpConnectionFactory http = new HttpConnectionFactory();
    http.getHttpConfiguration().setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, http);
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    connector.setName(name);
    connector.setAcceptQueueSize(BACKLOG);
    connector.open();
    server.addConnector(connector);
    return connector;
  }

  private static URI endpoint(ServerConnector connector) {
    return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
  }
}
