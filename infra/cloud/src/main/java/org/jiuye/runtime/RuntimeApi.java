package org.jiuye.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's runtime API (2018-06-01) for one process: it asks for the next event, and answers it or
 * reports what went wrong.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final Pattern END = Pattern.compile("invocation/([^/]+)/(response|error)");
  private static final String INIT_ERROR = "Runtime.InitError";

  private final String arn;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> open = new ConcurrentHashMap<>();
  private boolean isAsking;
  private @Nullable String end;

  RuntimeApi(String arn) {
    this.arn = arn;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext(ROOT, this::handle);
    server.start();
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return LOOPBACK + ":" + server.getAddress().getPort();
  }

  /** Puts an event in line; the process takes one at a time. */
  Invocation put(byte[] event, Duration timeLeft) {
    Invocation invocation = new Invocation(event, timeLeft);
    String ended;
    synchronized (this) {
      open.put(invocation.requestId(), invocation);
      ended = end;
    }
    if (ended == null) {
      waiting.add(invocation);
    } else {
      invocation.fail(ended, "");
    }
    return invocation;
  }

  /** Reports that the process is gone: nothing is answered any more. */
  void ended(String errorType, String message) {
    List<Invocation> left;
    synchronized (this) {
      if (end == null) {
        end = errorType;
      }
      left = new ArrayList<>(open.values());
      notifyAll();
    }
    left.forEach(invocation -> invocation.fail(errorType, message));
  }

  /** Waits until the process has finished all that it took, and asks for more or is gone. */
  synchronized void awaitIdle(Duration patience) {
    long endNanos = System.nanoTime() + patience.toNanos();
    while (end == null && !(isAsking && open.isEmpty())) {
      long left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new IllegalStateException("The process still works");
      }
      try {
        wait(left);
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interruption);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(ROOT.length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      Matcher ending = END.matcher(path);
      if (path.equals("invocation/next")) {
        next(exchange);
      } else if (path.equals("init/error")) {
        ended(INIT_ERROR, "");
        exchange.sendResponseHeaders(202, -1);
      } else if (ending.matches()) {
        boolean isKnown = end(ending.group(1), ending.group(2).equals("error"), body);
        exchange.sendResponseHeaders(isKnown ? 202 : 400, -1);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private boolean end(String requestId, boolean failed, byte[] body) {
    Optional<Invocation> invocation = Optional.ofNullable(open.remove(requestId));
    invocation.ifPresent(known -> known.end(failed, body));
    return invocation.isPresent();
  }

  private void next(HttpExchange exchange) throws IOException {
    ask(true);
    Invocation invocation;
    try {
      invocation = waiting.take();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return;
    }
    ask(false);
    invocation.take();
    long deadline = invocation.deadline().toEpochMilli();
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
    exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", arn);
    exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", traceId(invocation));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] event = invocation.event();
    exchange.sendResponseHeaders(200, event.length == 0 ? -1 : event.length);
    exchange.getResponseBody().write(event);
  }

  private synchronized void ask(boolean asking) {
    isAsking = asking;
    notifyAll();
  }

  private static String traceId(Invocation invocation) {
    String random = invocation.requestId().replace("-", "");
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(
            Instant.now().getEpochSecond(), random.substring(0, 24), random.substring(0, 16));
  }
}
