package org.jiuye.local.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.local.clock.MovableClock;
import org.jiuye.local.http.HttpApiGateway;
import org.jiuye.local.http.HttpApiServer;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.local.schedule.Schedules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A cloud with real tables and queues and one function, which answers with the event it got. */
final class ControlledCloud implements AutoCloseable {

  static final JsonMapper JSON = new JsonMapper();
  static final String NIGHTLY = "jiuye-nightly";

  final MovableClock clock = new MovableClock();
  final Path openApi;
  final EmulatedCloud emulated;
  private final HttpApiServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Invocation nextRun = answer("{}");

  private ControlledCloud(Path folder) throws IOException {
    openApi = folder.resolve("openapi.yaml");
    server = HttpApiServer.open(0);
    LocalIssuer issuer = LocalIssuer.open(folder.resolve("data"), server.address());
    emulated =
        EmulatedCloud.start(
            CloudOptions.inMemory(template(folder), Map.of("JwtIssuer", issuer.url())));
    Echo functions = new Echo();
    server.serve(
        List.of(
            new Control(
                new ControlParts(
                    emulated.template(),
                    functions,
                    clock,
                    new OneSchedule(),
                    emulated.dynamoDb(),
                    emulated.sqs(),
                    issuer,
                    new Documents(openApi, folder))),
            HttpApiGateway.of(emulated.template(), functions)));
  }

  static ControlledCloud start(Path folder) throws IOException {
    return new ControlledCloud(folder);
  }

  static Invocation answer(String json) {
    return new Invocation.Succeeded(json.getBytes(StandardCharsets.UTF_8));
  }

  URI address() {
    return server.address();
  }

  /** What the schedule's function will answer. */
  void nextRun(Invocation invocation) {
    nextRun = invocation;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
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

  @Override
  public void close() {
    server.close();
    emulated.close();
  }

  private static Path template(Path folder) throws IOException {
    Path file = folder.resolve("template.yaml");
    try (InputStream content = ControlledCloud.class.getResourceAsStream("template.yaml")) {
      if (content == null) {
        throw new IllegalStateException("There is no template.yaml");
      }
      Files.copy(content, file);
    }
    return file;
  }

  private static final class Echo implements FunctionRuntimes, FunctionRuntime {

    @Override
    public FunctionRuntime of(String logicalId) {
      return this;
    }

    @Override
    public List<FunctionRuntime> all() {
      return List.of(this);
    }

    @Override
    public String logicalId() {
      return "EchoFunction";
    }

    @Override
    public Invocation invoke(byte[] event) {
      ObjectNode answer = JSON.createObjectNode().put("statusCode", 200);
      return answer(answer.put("body", new String(event, StandardCharsets.UTF_8)).toString());
    }

    @Override
    public State state() {
      return State.READY;
    }
  }

  private final class OneSchedule implements Schedules {

    @Override
    public List<ScheduleState> list() {
      return List.of(
          new ScheduleState(
              NIGHTLY,
              "cron(0 2 * * ? *)",
              ZoneId.of("Asia/Shanghai"),
              "EchoFunction",
              Optional.of(Instant.parse("2026-07-01T18:00:00Z")),
              Optional.empty()));
    }

    @Override
    public Invocation run(String name) {
      if (!name.equals(NIGHTLY)) {
        throw new IllegalArgumentException(name);
      }
      return nextRun;
    }
  }
}
