package org.jiuye.emulators;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local's door. All handlers in the JVM share one map of operations, and making a handler
 * empties and fills that map. A request at that moment would be answered that there is no such
 * operation, so none is served while a handler is made.
 */
final class DynamoDbHandler extends Handler.Wrapper {
  private static final ReadWriteLock OPERATIONS = new ReentrantReadWriteLock();

  private DynamoDbHandler(Handler handler) {
    super(handler);
  }

  static DynamoDbHandler of(LocalDynamoDBRequestHandler database) {
    OPERATIONS.writeLock().lock();
    try {
      return new DynamoDbHandler(new LocalDynamoDBServerHandler(database, null));
    } finally {
      OPERATIONS.writeLock().unlock();
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    OPERATIONS.readLock().lock();
    try {
      return super.handle(request, response, callback);
    } finally {
      OPERATIONS.readLock().unlock();
    }
  }
}
