package org.jiuye.emulators;

import static org.jiuye.emulators.TestCloud.TABLE;
import static org.jiuye.emulators.TestCloud.key;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/** Several clouds in one JVM know nothing of each other. */
class SeveralCloudsTest {
  private static final int REQUESTS = 500;

  @Test
  void oneServesWhileOthersStart() {
    AtomicBoolean served = new AtomicBoolean();
    LocalDynamoDBRequestHandler other = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    try (EmulatedCloud cloud = EmulatedCloud.start(TestCloud.options())) {
      CompletableFuture<Void> starts =
          CompletableFuture.runAsync(
              () -> {
                while (!served.get()) {
                  DynamoDbHandler.of(other);
                }
              });
      try {
        for (int request = 0; request < REQUESTS; request++) {
          cloud.dynamoDb().getItem(get -> get.tableName(TABLE).key(key("OWN#1", "a")));
        }
      } finally {
        served.set(true);
        starts.join();
      }
    } finally {
      other.shutdown();
    }
  }
}
