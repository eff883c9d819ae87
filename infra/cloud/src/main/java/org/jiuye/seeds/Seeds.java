package org.jiuye.seeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A county's seeds, read and found whole. */
public final class Seeds {

  private final Map<SeedItem.Key, SeedItem> items;
  private final List<String> partitions;

  private Seeds(Map<SeedItem.Key, SeedItem> items, List<String> partitions) {
    this.items = items;
    this.partitions = partitions;
  }

  /**
   * Reads every file of a county's folder. The schemas of what all share stand in the folder {@code
   * schemas} beside it, those of a capability in {@code functions/CAPABILITY/seeds}.
   *
   * @throws SeedException when anything is wrong; it tells everything that is
   */
  public static Seeds read(Path countyFolder) {
    Path folder = countyFolder.toAbsolutePath().normalize();
    List<Path> suite = SeedFolder.suite(folder);
    SeedSchemas schemas = SeedSchemas.read(suite);
    List<SeedError> errors = new ArrayList<>();
    SeedFiles files = SeedFolder.read(suite, folder, schemas, errors);
    schemas.all().forEach(schema -> errors.addAll(RuleChecks.check(schema, files)));
    refuse(errors);
    Map<SeedItem.Key, SeedItem> items = new LinkedHashMap<>();
    SeedItems made = new SeedItems(files);
    for (SeedSchema schema : schemas.all()) {
      for (SeedItem item : made.of(schema, errors)) {
        if (items.putIfAbsent(item.key(), item) != null) {
          errors.add(item.origin().error("makes a second item of key " + item.key()));
        }
      }
    }
    refuse(errors);
    return new Seeds(items, schemas.partitions());
  }

  private static void refuse(List<SeedError> errors) {
    if (!errors.isEmpty()) {
      throw new SeedException(errors);
    }
  }

  /** The table's items as they will be written: keys, content and {@code seedHash}. */
  public List<Map<String, AttributeValue>> items() {
    return items.values().stream().map(SeedItem::attributes).toList();
  }

  /** The partitions in which seeds are written; items that others put there are left alone. */
  public List<String> partitions() {
    return partitions;
  }

  Map<SeedItem.Key, SeedItem> byKey() {
    return items;
  }

  Collection<SeedItem> all() {
    return items.values();
  }
}
