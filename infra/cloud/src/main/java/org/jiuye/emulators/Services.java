package org.jiuye.emulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jiuye.emulators.gateway.Forwarder;
import org.jiuye.emulators.queue.QueueServer;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LocalNames;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * What stands behind the gateway.
 *
 * @param queues where SQS is, once it is known
 */
record Services(Handler dynamoDb, CompletableFuture<URI> queues) {

  /** DynamoDB Local and ElasticMQ in this JVM, with the template's queues. */
  static Services embedded(
      CloudTemplate declared, LocalNames names, Optional<DataDirectory> data, Closer closer) {
    // Both take a second or two: they start side by side.
    CompletableFuture<QueueServer> queues =
        CompletableFuture.supplyAsync(
            () ->
                QueueServer.start(
                    declared.queues(),
                    names.queueEndpoint(),
                    names.region(),
                    LocalNames.ACCOUNT_ID,
                    data.map(DataDirectory::messageJournal)));
    closer.add(
        (Runnable) () -> queues.thenAccept(QueueServer::close).exceptionally(_ -> null).join());
    LocalDynamoDBRequestHandler dynamoDb = dynamoDb(data.map(DataDirectory::dynamoDb));
    closer.add((Runnable) dynamoDb::shutdown);
    return new Services(DynamoDbHandler.of(dynamoDb), queues.thenApply(QueueServer::endpoint));
  }

  /** Both at an address. */
  static Services running(URI endpoint, Closer closer) {
    CompletableFuture<URI> both = CompletableFuture.completedFuture(endpoint);
    return new Services(new Forwarding(closer.add(new Forwarder(both))), both);
  }

  private static LocalDynamoDBRequestHandler dynamoDb(Optional<Path> directory) {
    return directory.isPresent()
        ? new CommittingDynamoDb(directory.get())
        // One database for all keys and regions, as an account has one set of tables.
        : new LocalDynamoDBRequestHandler(0, true, null, true, false);
  }

  /** Hands every request on. */
  private static final class Forwarding extends Handler.Abstract {
    private final Forwarder forwarder;

    Forwarding(Forwarder forwarder) {
      this.forwarder = forwarder;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      forwarder.forward(request, Content.Source.asByteBuffer(request), response, callback);
      return true;
    }
  }
}
