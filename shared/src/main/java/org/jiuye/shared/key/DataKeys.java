package org.jiuye.shared.key;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Verdict;
import org.jiuye.shared.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Data keys in the table, each wrapped in an item of its own. Destroying a key removes the wrapped
 * key from the item but leaves the item; a missing item only means that the key was never needed.
 */
public final class DataKeys {
  private static final String WRAPPED = "wrapped";

  private final Table table;
  private final KeyWrapper wrapper;

  public DataKeys(Table table, KeyWrapper wrapper) {
    this.table = table;
    this.wrapper = wrapper;
  }

  /**
   * The key in an item, which is made where there is none yet. One conditional write decides who
   * makes it; everybody else takes that key.
   *
   * @param owner the owner that the key is bound to
   * @param attributes further attributes for the item of a new key
   * @return empty where the key was destroyed
   */
  public Optional<byte[]> findOrMake(
      Key item, String owner, Map<String, AttributeValue> attributes) {
    Optional<Map<String, AttributeValue>> stored = table.getConsistent(item);
    return stored.isPresent() ? unwrap(stored.get(), owner) : make(item, owner, attributes);
  }

  /**
   * The key in an item.
   *
   * @return empty where there is none yet, or the key was destroyed
   */
  public Optional<byte[]> find(Key item, String owner) {
    return table.getConsistent(item).flatMap(stored -> unwrap(stored, owner));
  }

  private Optional<byte[]> make(Key item, String owner, Map<String, AttributeValue> attributes) {
    KeyWrapper.NewKey made = wrapper.generate(owner);
    Map<String, AttributeValue> content = new HashMap<>(attributes);
    content.put(WRAPPED, AttributeValue.fromS(Base64.getEncoder().encodeToString(made.wrapped())));
    Verdict verdict = table.write(Write.create(item, content));
    return verdict.isWritten()
        ? Optional.of(made.plain())
        : verdict.obstacle().flatMap(stored -> unwrap(stored, owner));
  }

  private Optional<byte[]> unwrap(Map<String, AttributeValue> stored, String owner) {
    return stored.containsKey(WRAPPED)
        ? Optional.of(
            wrapper.unwrap(Base64.getDecoder().decode(Items.text(stored, WRAPPED)), owner))
        : Optional.empty();
  }
}
