package org.jiuye.seeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Makes the table hold a county's seeds: writes what differs, deletes what has vanished from them,
 * and touches nothing that others wrote.
 *
 * <p>Every write is conditional on what was read, and a load ends only when a whole reading finds
 * nothing left to write. So a load that was killed is finished by the next, and two at once do no
 * harm: with the same seeds both end well; with different seeds, the one that ends last has loaded
 * all of its own.
 */
public final class SeedLoader {

  /** One is enough when nobody else writes, two for loads of the same seeds at once. */
  private static final int MAX_PASSES = 10;

  private static final int PAUSE_MILLIS = 50;

  private final DynamoDbClient client;
  private final String tableName;

  private SeedLoader(DynamoDbClient client, String tableName) {
    this.client = client;
    this.tableName = tableName;
  }

  /**
   * Loads a county's folder into a table.
   *
   * @throws SeedException when the seeds are broken, or an item of theirs was written by somebody
   *     else; nothing was written then
   * @throws IllegalStateException when somebody else keeps writing the same items
   */
  public static SeedReport load(Path countyFolder, DynamoDbClient client, String tableName) {
    return load(Seeds.read(countyFolder), client, tableName);
  }

  /** Loads seeds that have been read already. */
  public static SeedReport load(Seeds seeds, DynamoDbClient client, String tableName) {
    return new SeedLoader(client, tableName).load(seeds);
  }

  private SeedReport load(Seeds seeds) {
    Set<SeedItem.Key> created = new HashSet<>();
    Set<SeedItem.Key> changed = new HashSet<>();
    Set<SeedItem.Key> deleted = new HashSet<>();
    for (int pass = 1; pass <= MAX_PASSES; pass++) {
      List<Change> changes = changes(seeds);
      if (changes.isEmpty()) {
        changed.removeAll(created);
        int unchanged = seeds.all().size() - created.size() - changed.size();
        return new SeedReport(created.size(), changed.size(), unchanged, deleted.size());
      }
      for (Change change : changes) {
        if (apply(change)) {
          (change.isDeletion() ? deleted : change.isCreation() ? created : changed)
              .add(change.key());
        }
      }
      if (pass > 1) {
        pause(pass);
      }
    }
    throw new IllegalStateException(
        "somebody else keeps writing the same items of " + tableName + "; load again");
  }

  /**
   * One item to write or delete.
   *
   * @param item what to write; nothing to delete
   * @param foundHash the hash of what is there now; nothing if there is nothing
   */
  private record Change(
      SeedItem.Key key,
      @Nullable Map<String, AttributeValue> item,
      @Nullable AttributeValue foundHash) {

    boolean isDeletion() {
      return item == null;
    }

    boolean isCreation() {
      return item != null && foundHash == null;
    }
  }

  private List<Change> changes(Seeds seeds) {
    List<Change> changes = new ArrayList<>();
    List<SeedError> foreign = new ArrayList<>();
    Map<SeedItem.Key, Map<String, AttributeValue>> found = new HashMap<>();
    seeds.partitions().forEach(partition -> found.putAll(read(partition)));
    for (SeedItem item : seeds.all()) {
      Map<String, AttributeValue> there = found.get(item.key());
      if (there != null && !there.containsKey(SeedItem.HASH)) {
        foreign.add(
            item.origin()
                .error(
                    "the table holds an item of key "
                        + item.key()
                        + " that was not written from seeds"));
      } else if (!item.attributes().equals(there)) {
        changes.add(
            new Change(
                item.key(), item.attributes(), there == null ? null : there.get(SeedItem.HASH)));
      }
    }
    if (!foreign.isEmpty()) {
      throw new SeedException(foreign);
    }
    found.forEach(
        (key, there) -> {
          AttributeValue hash = there.get(SeedItem.HASH);
          if (hash != null && !seeds.byKey().containsKey(key)) {
            changes.add(new Change(key, null, hash));
          }
        });
    return changes;
  }

  private Map<SeedItem.Key, Map<String, AttributeValue>> read(String partition) {
    Map<SeedItem.Key, Map<String, AttributeValue>> items = new HashMap<>();
    client
        .queryPaginator(
            query ->
                query
                    .tableName(tableName)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
        .items()
        .forEach(item -> items.put(SeedItem.Key.of(item), item));
    return items;
  }

  /** Whether it was written; not if another writer was faster, which the next pass then finds. */
  private boolean apply(Change change) {
    Map<String, AttributeValue> item = change.item();
    AttributeValue foundHash = change.foundHash();
    String condition = foundHash == null ? "attribute_not_exists(pk)" : "seedHash = :found";
    Map<String, AttributeValue> values = foundHash == null ? null : Map.of(":found", foundHash);
    try {
      if (item == null) {
        client.deleteItem(
            delete ->
                delete
                    .tableName(tableName)
                    .key(change.key().attributes())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values));
      } else {
        client.putItem(
            put ->
                put.tableName(tableName)
                    .item(item)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values));
      }
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      return false;
    }
  }

  /** Waits a random time, so that others can finish. */
  private static void pause(int pass) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS * pass));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading seeds", e);
    }
  }
}
