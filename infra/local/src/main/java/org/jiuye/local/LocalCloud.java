package org.jiuye.local;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.local.clock.CountyClock;
import org.jiuye.local.clock.MovableClock;
import org.jiuye.local.control.Control;
import org.jiuye.local.control.ControlParts;
import org.jiuye.local.control.LocalIssuer;
import org.jiuye.local.http.HttpApiGateway;
import org.jiuye.local.http.HttpApiServer;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.local.lambda.FunctionSettings;
import org.jiuye.local.lambda.LocalFunctions;
import org.jiuye.local.lifecycle.Started;
import org.jiuye.local.schedule.LocalSchedules;
import org.jiuye.local.schedule.Schedules;
import org.jiuye.local.source.EventSources;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;

/** A template that runs whole in this JVM: HTTP, functions, table, queues, stream and schedules. */
public final class LocalCloud implements Closeable {

  /** What the local issuer's tokens name as their audience. */
  private static final String AUDIENCE = "jiuye-local";

  private final LocalCloudOptions options;
  private final Started parts = new Started();
  private final MovableClock clock = new MovableClock();
  private final HttpApiServer http;
  private final EmulatedCloud emulated;
  private final LocalFunctions functions;
  private final LocalSchedules schedules;

  private LocalCloud(LocalCloudOptions options) throws IOException, InterruptedException {
    this.options = options;
    try {
      DataFolder data = parts.add(DataFolder.open(options.data(), options.fresh()));
      this.http = HttpApiServer.open(options.port());
      Closeable port = parts.add(http::close);
      LocalIssuer issuer = LocalIssuer.open(data.issuer(), http.address());
      this.emulated = EmulatedCloud.start(emulation(data, issuer));
      parts.add(emulated::close);
      CloudTemplate template = emulated.template();
      Path project = Optional.ofNullable(options.template().toAbsolutePath().getParent())
          .orElseThrow(() -> new IllegalArgumentException("no file: " + options.template()));
      Thread seeding = SeedStep.start(project, template, emulated.dynamoDb());
      this.functions =
          parts.add(LocalFunctions.start(template.functions(), settings(emulated), clock));
      seeding.join();
      EventSources sources =
          parts.add(
              new EventSources(
                  template,
                  functions,
                  emulated.sqs(),
                  emulated.streams(),
                  Optional.of(data.positions())));
      sources.start(template.functions());
      this.schedules =
          parts.add(new LocalSchedules(template, functions, clock, emulated.sqs()));
      schedules.start();
      // Requests end before what they need: the server, opened first, is stopped first, too.
      parts.add(port);
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
                      project.resolve("infra/api/openapi.yaml"))),
              HttpApiGateway.of(template, functions)));
    } catch (IOException | InterruptedException | RuntimeException exception) {
      parts.closeAfter(exception);
      throw exception;
    }
  }
}
