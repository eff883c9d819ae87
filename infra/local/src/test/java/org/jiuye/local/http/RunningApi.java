package org.jiuye.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.HttpApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP API on a free port before one function of the test's making. */
final class RunningApi implements AutoCloseable {

  static final JsonMapper JSON = new JsonMapper();
  private static final HttpApi.Cors CORS =
      new HttpApi.Cors(
          List.of("https://jiuye.example"),
          List.of("GET", "POST"),
          List.of("authorization", "content-type"),
          List.of("etag", "location"),
          Duration.ofHours(1),
          false);

  final TestIssuer issuer;
  final ConcurrentLinkedQueue<JsonNode> events = new ConcurrentLinkedQueue<>();
  private final HttpApiServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningApi(Builder builder) {
    server = HttpApiServer.open(0);
    issuer = new TestIssuer(server.address());
    HttpApi api =
        new HttpApi(
            "Api",
            Optional.of(new HttpApi.JwtAuthorizer("Jwt", issuer.url, List.of(TestIssuer.AUDIENCE))),
            Optional.of(CORS),
            Optional.of(builder.throttling));
    FunctionRuntime function = new TestFunction(this::remember, builder.function);
    List<RouteTable.Target> targets = new ArrayList<>();
    builder.publicRoutes.forEach(
        key -> targets.add(new RouteTable.Target(RoutePattern.of(key), function, true, true)));
    builder.guardedRoutes.forEach(
        key -> targets.add(new RouteTable.Target(RoutePattern.of(key), function, false, true)));
    builder.unpermittedRoutes.forEach(
        key -> targets.add(new RouteTable.Target(RoutePattern.of(key), function, true, false)));
    server.serve(
        List.of(issuer, new HttpApiGateway(api, new RouteTable(targets), builder.timeLimit)));
  }

  static Builder api() {
    return new Builder();
  }

  static Invocation answer(String json) {
    return new Invocation.Succeeded(json.getBytes(StandardCharsets.UTF_8));
  }

  URI address() {
    return server.address();
  }

  /** The one event that the function got. */
  JsonNode event() {
    if (events.size() != 1) {
      throw new AssertionError("The function got " + events.size() + " events");
    }
    return events.element();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Sends these bytes as they are, and gives the answer's first line. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private void remember(byte[] event) {
    events.add(JSON.readTree(event));
  }

  private record TestFunction(Consumer<byte[]> memory, Function<JsonNode, Invocation> behaviour)
      implements FunctionRuntime {

    @Override
    public String logicalId() {
      return "TestFunction";
    }

    @Override
    public Invocation invoke(byte[] event) {
      memory.accept(event);
      return behaviour.apply(JSON.readTree(event));
    }

    @Override
    public State state() {
      return State.READY;
    }
  }

  /** What the API is made of; by default one public route and one that needs a token. */
  static final class Builder {

    private List<String> publicRoutes = List.of("GET /open", "POST /open");
    private List<String> guardedRoutes = List.of("GET /guarded");
    private List<String> unpermittedRoutes = List.of();
    private Function<JsonNode, Invocation> function = event -> answer("{\"statusCode\": 204}");
    private HttpApi.Throttling throttling = new HttpApi.Throttling(10_000, 10_000);
    private Duration timeLimit = Integration.TIME_LIMIT;

    Builder publicRoutes(String... routeKeys) {
      publicRoutes = List.of(routeKeys);
      return this;
    }

    Builder guardedRoutes(String... routeKeys) {
      guardedRoutes = List.of(routeKeys);
      return this;
    }

    Builder unpermittedRoutes(String... routeKeys) {
      unpermittedRoutes = List.of(routeKeys);
      return this;
    }

    Builder function(Function<JsonNode, Invocation> behaviour) {
      function = behaviour;
      return this;
    }

    Builder throttling(double rate, int burst) {
      throttling = new HttpApi.Throttling(rate, burst);
      return this;
    }

    Builder timeLimit(Duration limit) {
      timeLimit = limit;
      return this;
    }

    RunningApi start() {
      return new RunningApi(this);
    }
  }
}
