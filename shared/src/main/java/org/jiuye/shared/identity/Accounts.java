package org.jiuye.shared.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Table;

/**
 * The person behind an account. The link is written once, by the registry, so a warm function may
 * keep what it has seen.
 */
public final class Accounts {
  private static final int KEPT = 5_000;

  private final Table table;
  private final Map<String, String> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > KEPT;
            }
          });

  public Accounts(Table table) {
    this.table = table;
  }

  /** The key under which an account's link is kept. */
  public static Key key(String account) {
    return new Key("ACCOUNT#" + account, "ACCOUNT");
  }

  /**
   * The person behind an account.
   *
   * @param account the token's {@code sub}
   * @return empty where nobody is registered under it yet
   */
  public Optional<String> personOf(String account) {
    String kept = known.get(account);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<String> found =
        table.getConsistent(key(account)).map(item -> Items.text(item, "personId"));
    found.ifPresent(personId -> known.put(account, personId));
    return found;
  }
}
