package org.jiuye.emulators;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiuye.emulators.access.DynamoDbAccess;
import org.jiuye.emulators.access.QueueAccess;
import org.jiuye.emulators.gateway.Callers;
import org.jiuye.emulators.gateway.Credentials;
import org.jiuye.emulators.gateway.Faults;
import org.jiuye.emulators.gateway.Forwarder;
import org.jiuye.emulators.gateway.Gateway;
import org.jiuye.emulators.gateway.LoopbackServer;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.LocalNames;
import org.jiuye.template.Table;
import org.jiuye.template.TemplateReader;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The services that a template's functions call, on this machine: DynamoDB and SQS with the tables,
 * queues, keys and roles that the template declares.
 */
public final class EmulatedCloud implements AutoCloseable {

  private final CloudTemplate template;
  private final LocalNames names;
  private final LoopbackServer server;
  private final Callers callers;
  private final KeyFiles keys;
  private final Faults faults;
  private final AdminClients clients;
  private final Closer closer;

  static {
    // Functions that run in this JVM ask for it, too, but this one's own clients may be first.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private EmulatedCloud(CloudOptions options, Closer closer) {
    this.closer = closer;
    Optional<DataDirectory> data =
        options.dataDirectory().map(DataDirectory::open).map(closer::add);
    this.server = closer.add(LoopbackServer.open(options.gatewayPort(), options.directPort()));
    Optional<RunningServices> running = options.services();
    LocalNames early =
        running.isPresent()
            ? running.get().names(server.gatewayEndpoint(), options.apiEndpoint())
            : LocalNames.running(server.gatewayEndpoint(), options.apiEndpoint());
    CloudTemplate declared =
        TemplateReader.read(options.templateFile(), options.parameters(), early);
    this.callers = new Callers(declared.functions(), arn(early, "sts", "assumed-role/"));
    this.faults = new Faults();
    Services services =
        running.isPresent()
            ? Services.running(running.get().endpoint(), closer)
            : Services.embedded(declared, early, data, closer);
    // Nothing calls the services any more when they end.
    closer.add((Runnable) server::close);
    Forwarder forwarder = closer.add(new Forwarder(services.queues()));
    server.serve(
        new Gateway(
            services.dynamoDb(),
            forwarder,
            callers,
            new DynamoDbAccess(declared.tables(), arn(early, "dynamodb", "table/")),
            new QueueAccess(arn(early, "sqs", "")),
            faults));
    this.clients =
        closer.add(
            new AdminClients(
                server.directEndpoint(),
                server.gatewayEndpoint(),
                callers.administrator(),
                early.region()));
    if (running.isPresent()) {
      new QueueMaker(clients.sqs()).make(declared.queues());
    }
    this.names = early.withStreamArns(makeTables(declared, clients.dynamoDb()));
    // Once more, now that the streams are known: only their tables' making names them.
    this.template = TemplateReader.read(options.templateFile(), options.parameters(), names);
    this.keys = closer.add(KeyFiles.open(template.keys(), data.map(DataDirectory::keys)));
  }

  /**
   * Starts the services and makes what the template declares and is not there yet.
   *
   * @throws org.jiuye.template.TemplateException when the template cannot be run as it stands
   */
  public static EmulatedCloud start(CloudOptions options) {
    Closer closer = new Closer();
    try {
      return new EmulatedCloud(options, closer);
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  /** The template with the addresses, ARNs and queue URLs of what runs here. */
  public CloudTemplate template() {
    return template;
  }

  /** What {@code AWS::Region} is here. */
  public String region() {
    return names.region();
  }

  /** What functions call as DynamoDB and SQS; their roles are enforced here. */
  public URI endpoint() {
    return server.gatewayEndpoint();
  }

  /** DynamoDB Local itself: any key, no roles, no faults. */
  public URI directEndpoint() {
    return server.directEndpoint();
  }

  /** The key of a function, with which it may do what its role in the template allows. */
  public Credentials credentialsOf(String functionLogicalId) {
    return callers.of(functionLogicalId);
  }

  /** A key that may do all. */
  public Credentials adminCredentials() {
    return callers.administrator();
  }

  /** The administrator's way to the tables, which meets no faults. */
  public DynamoDbClient dynamoDb() {
    return clients.dynamoDb();
  }

  /** The administrator's way to the tables' streams. */
  public DynamoDbStreamsClient streams() {
    return clients.streams();
  }

  /** The administrator's way to the queues, which meets no faults. */
  public SqsClient sqs() {
    return clients.sqs();
  }

  /**
   * The variables that a function sees: the template's and Lambda's own. Where the services are and
   * with which key they are called is not among them.
   */
  public Map<String, String> environmentOf(String functionLogicalId) {
    LambdaFunction function = template.function(functionLogicalId);
    Map<String, String> environment =
        LambdaEnvironment.of(
            function,
            names.region(),
            Objects.requireNonNull(template.resources().get(functionLogicalId)));
    environment.putAll(function.environment());
    return environment;
  }

  /**
   * The Spring properties by which a function here finds the services, its access key, and the
   * files that stand for those keys of KMS that its role may use.
   */
  public Map<String, String> connectionOf(String functionLogicalId) {
    Credentials credentials = credentialsOf(functionLogicalId);
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("jiuye.endpoint", endpoint().toString());
    properties.put("jiuye.access-key-id", credentials.accessKeyId());
    properties.put("jiuye.secret-access-key", credentials.secretAccessKey());
    properties.putAll(keys.propertiesOf(template.function(functionLogicalId)));
    return properties;
  }

  /** Troubles to bring about. */
  public Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    closer.close();
  }

  private static Map<String, String> makeTables(CloudTemplate template, DynamoDbClient client) {
    TableMaker maker = new TableMaker(client);
    Map<String, String> streams = new LinkedHashMap<>();
    for (Table table : template.tables()) {
      maker.make(table).ifPresent(stream -> streams.put(table.name(), stream));
    }
    return streams;
  }

  private static String arn(LocalNames names, String service, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(names.partition(), service, names.region(), LocalNames.ACCOUNT_ID, resource);
  }
}
