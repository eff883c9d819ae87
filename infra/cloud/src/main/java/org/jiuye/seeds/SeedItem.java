package org.jiuye.seeds;

import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One seeded item.
 *
 * @param attributes all of it, keys and {@code seedHash} included
 * @param origin the entry it was made from, for messages
 */
record SeedItem(Map<String, AttributeValue> attributes, SeedFile.Located origin) {

  static final String PARTITION_KEY = "pk";
  static final String SORT_KEY = "sk";

  /** Marks an item as written from seeds, and tells one version of it from another. */
  static final String HASH = "seedHash";

  /** The keys of an item. */
  record Key(String pk, String sk) {

    static Key of(Map<String, AttributeValue> item) {
      return new Key(text(item, PARTITION_KEY), text(item, SORT_KEY));
    }

    private static String text(Map<String, AttributeValue> item, String key) {
      return Objects.requireNonNull(item.get(key), key).s();
    }

    @Override
    public String toString() {
      return pk + " / " + sk;
    }

    Map<String, AttributeValue> attributes() {
      return Map.of(PARTITION_KEY, AttributeValue.fromS(pk), SORT_KEY, AttributeValue.fromS(sk));
    }
  }

  Key key() {
    return Key.of(attributes);
  }
}
