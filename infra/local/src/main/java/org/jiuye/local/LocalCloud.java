package org.jiuye.local;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.local.clock.CountyClock;
import org.jiuye.local.clock.MovableClock;
import org.jiuye.local.control.Control;
import org.jiuye.local.control.ControlParts;
import org.jiuye.local.control.Documents;
import org.jiuye.local.control.LocalIssuer;
import org.jiuye.local.http.HttpApiGateway;
import org.jiuye.local.http.HttpApiServer;
import org.jiuye.local.lambda.AsyncInvocations;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.local.lambda.FunctionSettings;
import org.jiuye.local.lambda.LocalFunctions;
import org.jiuye.local.lifecycle.Started;
import org.jiuye.local.schedule.LocalSchedules;
import org.jiuye.local.schedule.Schedules;
import org.jiuye.local.source.EventSources;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.TemplateReader;

/** A template that runs whole in this JVM: HTTP, functions, table, queues, stream and schedules. */
public final class LocalCloud implements Closeable {

  /** What the local issuer's tokens name as their audience. */
  private static final String AUDIENCE = "jiuye-local";

  /** Where pages under development are usually served. */
  private static final String ORIGINS = "http://localhost:3000,http://localhost:5173";

  private final LocalCloudOptions options;
  private final Started parts;
  private final int port;
  private final URI address;
  private final EmulatedCloud emulated;
  private final FunctionRuntimes functions;
  private final CountyClock clock;
  private final Schedules schedules;

  private LocalCloud(
      LocalCloudOptions options,
      Started parts,
      HttpApiServer http,
      EmulatedCloud emulated,
      FunctionRuntimes functions,
      CountyClock clock,
      Schedules schedules) {
    this.options = options;
    this.parts = parts;
    this.port = http.port();
    this.address = http.address();
    this.emulated = emulated;
    this.functions = functions;
    this.clock = clock;
    this.schedules = schedules;
  }

  /**
   * Starts a template and waits until it serves.
   *
   * @throws RuntimeException when it cannot run; the message says why, and nothing runs then
   */
  public static LocalCloud start(LocalCloudOptions options)
      throws IOException, InterruptedException {
    Started parts = new Started();
    try {
      return start(options, parts);
    } catch (IOException | InterruptedException | RuntimeException exception) {
      parts.closeAfter(exception);
      throw exception;
    }
  }

  private static LocalCloud start(LocalCloudOptions options, Started parts)
      throws IOException, InterruptedException {
    Path project = options.template().toAbsolutePath().normalize().resolveSibling("");
    DataFolder data = parts.add(DataFolder.open(options.data(), options.fresh()));
    HttpApiServer http = HttpApiServer.open(options.port());
    Closeable server = parts.add(http::close);
    LocalIssuer issuer = LocalIssuer.open(data.issuer(), http.address());
    EmulatedCloud emulated = EmulatedCloud.start(emulation(options, data, http, issuer));
    parts.add(emulated::close);
    CloudTemplate template = emulated.template();
    MovableClock clock = new MovableClock();

    Seeding seeding = Seeding.start(project.resolve("seeds"), template, emulated.dynamoDb());
    LocalFunctions functions =
        parts.add(LocalFunctions.start(template.functions(), settings(emulated), clock));
    seeding.await();

    EventSources sources =
        parts.add(
            new EventSources(
                template, functions, emulated.sqs(), emulated.streams(), data.positions()));
    sources.start(template.functions());
    AsyncInvocations invocations =
        parts.add(new AsyncInvocations(template, functions, emulated.sqs()));
    LocalSchedules schedules =
        parts.add(new LocalSchedules(template, functions, clock, invocations));
    schedules.start();

    // Opened first, for its address is in the template, but stopped first, too: requests need all.
    parts.add(server);
    http.serve(
        List.of(
            new Control(
                new ControlParts(
                    template,
                    functions,
                    clock,
                    schedules,
                    emulated.dynamoDb(),
                    emulated.sqs(),
                    issuer,
                    new Documents(project.resolve("infra/contract/target/openapi.yaml"), project))),
            HttpApiGateway.of(template, functions)));
    return new LocalCloud(options, parts, http, emulated, functions, clock, schedules);
  }

  private static CloudOptions emulation(
      LocalCloudOptions options, DataFolder data, HttpApiServer http, LocalIssuer issuer) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("JwtIssuer", issuer.url());
    parameters.put("JwtAudience", AUDIENCE);
    parameters.put("AllowedOrigins", ORIGINS);
    parameters.keySet().retainAll(TemplateReader.parameters(options.template()));
    parameters.putAll(options.parameters());
    CloudOptions emulation =
        CloudOptions.inMemory(options.template(), parameters).withApiEndpoint(http.address());
    CloudOptions kept = data.emulators().map(emulation::withDataDirectory).orElse(emulation);
    return options.services().map(kept::withServices).orElse(kept);
  }

  private static FunctionSettings settings(EmulatedCloud emulated) {
    return new FunctionSettings() {
      @Override
      public Map<String, String> environmentOf(LambdaFunction function) {
        return emulated.environmentOf(function.logicalId());
      }

      @Override
      public Map<String, String> propertiesOf(LambdaFunction function) {
        return emulated.connectionOf(function.logicalId());
      }
    };
  }

  /** The port that it serves on. */
  public int port() {
    return port;
  }

  /** Where it serves: {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return address;
  }

  /** The template, evaluated. */
  public CloudTemplate template() {
    return emulated.template();
  }

  /** The table and the queues beneath, with an administrator's clients and faults to inject. */
  public EmulatedCloud emulatedCloud() {
    return emulated;
  }

  /** The functions, to be invoked as the services do. */
  public FunctionRuntimes functions() {
    return functions;
  }

  /** The county's clock. */
  public CountyClock clock() {
    return clock;
  }

  /** The schedules. */
  public Schedules schedules() {
    return schedules;
  }

  /**
   * Stops, and starts again on the same port with the same data (in memory: with none).
   *
   * @return the cloud that runs from now on
   */
  public LocalCloud restart() throws IOException, InterruptedException {
    close();
    return start(options.withPort(port).withFresh(false));
  }

  /** Lets what runs end, saves how far streams were read, and stops. */
  @Override
  public void close() throws IOException {
    parts.close();
  }
}
