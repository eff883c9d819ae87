package org.jiuye.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jiuye.seeds.SeedLoader;
import org.jiuye.template.CloudTemplate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Loads the county's seeds while the functions start: those that the template's outputs {@code
 * CountyId} and {@code TableName} name. A template without them has no seeds.
 */
final class Seeding {

  private final CompletableFuture<Void> loading;

  private Seeding(CompletableFuture<Void> loading) {
    this.loading = loading;
  }

  /**
   * Begins to load.
   *
   * @param seeds the folder of all counties
   */
  static Seeding start(Path seeds, CloudTemplate template, DynamoDbClient dynamoDb) {
    Optional<String> county = Optional.ofNullable(template.outputs().get("CountyId"));
    Optional<String> table = Optional.ofNullable(template.outputs().get("TableName"));
    if (county.isEmpty() || table.isEmpty()) {
      return new Seeding(CompletableFuture.completedFuture(null));
    }
    CompletableFuture<Void> loading = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("seeds")
        .start(
            () -> {
              try {
                SeedLoader.load(seeds.resolve(county.get()), dynamoDb, table.get());
                loading.complete(null);
              } catch (RuntimeException exception) {
                loading.completeExceptionally(exception);
              }
            });
    return new Seeding(loading);
  }

  /** Waits until all is loaded. */
  void await() {
    try {
      loading.join();
    } catch (CompletionException exception) {
      if (exception.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw exception;
    }
  }
}
