package org.jiuye.emulators.queue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.CreateQueueData;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;
import org.elasticmq.util.NowProvider;
import org.jiuye.template.Queue;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/** ElasticMQ on a free loopback port, with the queues of a template. */
public final class QueueServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String LOOPBACK = "127.0.0.1";
  private static final Config QUIET =
      ConfigFactory.parseString(
          """
          pekko.loglevel = "ERROR"
          pekko.stdout-loglevel = "OFF"
          pekko.daemonic = on
          pekko.jvm-exit-on-fatal-error = off
          pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
          pekko.http.server.request-timeout = 60 s
          pekko.http.server.max-connections = 4096
          pekko.http.server.backlog = 1024
          """);

  private final ActorSystem system;
  private final SQSRestServer server;
  private final Optional<MessageJournal> journal;
  private final URI endpoint;

  private QueueServer(
      ActorSystem system, SQSRestServer server, Optional<MessageJournal> journal, URI endpoint) {
    this.system = system;
    this.server = server;
    this.journal = journal;
    this.endpoint = endpoint;
  }

  /**
   * Starts ElasticMQ and makes the queues.
   *
   * @param publicEndpoint where queues' URLs begin
   * @param journalFile where messages are kept, empty to keep them in memory only
   */
  public static QueueServer start(
      List<Queue> queues,
      URI publicEndpoint,
      String region,
      String accountId,
      Optional<Path> journalFile) {
    ClassLoader classLoader = QueueServer.class.getClassLoader();
    ActorSystem system =
        ActorSystem.create(
            "queues", QUIET.withFallback(ConfigFactory.load(classLoader)), classLoader);
    Optional<MessageJournal> journal = journalFile.map(MessageJournal::open);
    Option<ActorRef> listener =
        Option.apply(
            journal
                .map(
                    open ->
                        system.actorOf(
                            Props.create(JournalActor.class, () -> new JournalActor(open))))
                .orElse(null));
    ActorRef manager =
        system.actorOf(
            Props.create(
                QueueManagerActor.class,
                () ->
                    new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, listener)));
    create(manager, queues, journal);
    SQSRestServer server =
        SQSRestServerBuilder$.MODULE$
            .withActorSystem(system)
            .withQueueManagerActor(manager)
            .withInterface(LOOPBACK)
            .withPort(0)
            .withServerAddress(new NodeAddress("http", LOOPBACK, publicEndpoint.getPort(), ""))
            .withSQSLimits(StrictSQSLimits$.MODULE$)
            .withAWSRegion(region)
            .withAWSAccountId(accountId)
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return new QueueServer(system, server, journal, URI.create("http://" + LOOPBACK + ":" + port));
  }

  /** Where ElasticMQ itself listens. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stopAndWait();
    system.terminate();
    try {
      system
          .getWhenTerminated()
          .toCompletableFuture()
          .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .join();
    } finally {
      journal.ifPresent(MessageJournal::close);
    }
  }

  private static void create(
      ActorRef manager, List<Queue> queues, Optional<MessageJournal> journal) {
    for (Queue queue : DeadLettersFirst.order(queues)) {
      ActorRef actor = create(manager, queue);
      journal.ifPresent(open -> restore(actor, open.messages(queue.name())));
    }
  }

  private static ActorRef create(ActorRef manager, Queue queue) {
    Option<OffsetDateTime> now = Option.apply(OffsetDateTime.now(ZoneOffset.UTC));
    CreateQueueData data =
        new CreateQueueData(
            queue.name(),
            Option.apply(new MillisVisibilityTimeout(queue.visibilityTimeout().toMillis())),
            Option.apply(queue.delay()),
            Option.apply(Duration.ZERO),
            now,
            now,
            Option.apply(queue.redrive().map(QueueServer::deadLetters).orElse(null)),
            false,
            false,
            Option.empty(),
            Option.empty(),
            Map$.MODULE$.empty());
    Object answer = ask(manager, new CreateQueue(data));
    if (answer instanceof Either<?, ?> either
        && either.isRight()
        && either.getOrElse(() -> null) instanceof ActorRef actor) {
      return actor;
    }
    throw new IllegalStateException("Queue " + queue.name() + " could not be made: " + answer);
  }

  private static DeadLettersQueueData deadLetters(Queue.Redrive redrive) {
    String arn = redrive.deadLetterQueueArn();
    return new DeadLettersQueueData(
        arn.substring(arn.lastIndexOf(':') + 1), redrive.maxReceiveCount());
  }

  /**
   * Puts messages back. Receivers ended with the process, so a message in flight is visible again
   * at once; it counts as received.
   */
  private static void restore(ActorRef queue, List<StoredMessage> messages) {
    long now = System.currentTimeMillis();
    List<InternalMessage> internal = messages.stream().map(StoredMessage::toMessage).toList();
    internal.stream()
        .filter(message -> message.receiveCount() > 0 && message.nextDelivery() > now)
        .forEach(message -> message.nextDelivery_$eq(now));
    ask(queue, new RestoreMessages(CollectionConverters.asScala(internal).toList()));
  }

  private static Object ask(ActorRef actor, Object message) {
    try {
      return Patterns.ask(actor, message, PATIENCE).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("ElasticMQ did not answer " + message, e);
    }
  }
}
