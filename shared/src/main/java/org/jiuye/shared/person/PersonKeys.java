package org.jiuye.shared.person;

import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Verdict;
import org.jiuye.shared.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The data key of each person, kept wrapped at {@code KEY#{personId}} and made when something of
 * the person is sealed first. Unwrapped keys are kept for {@link #KEPT}, so for so long after a key
 * has gone a warm function may still read with it.
 *
 * <p>Who erases a person leaves the item without its {@code wrapped}: an item that is missing only
 * says that nothing was sealed yet, and a new key would be made.
 */
final class PersonKeys {
  /** How long an unwrapped key stays in a function's memory, in real time. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST = 1_000;
  private static final String WRAPPED = "wrapped";

  private final Table table;
  private final KeyWrapper wrapper;
  private final LongSupplier nanoTime;

  /** The one used longest ago first. */
  private final Map<String, Kept> unwrapped = new LinkedHashMap<>(16, 0.75f, true);

  PersonKeys(Table table, KeyWrapper wrapper, LongSupplier nanoTime) {
    this.table = table;
    this.wrapper = wrapper;
    this.nanoTime = nanoTime;
  }

  private record Kept(Sealing sealing, long since) {}

  static Key key(String personId) {
    return new Key("KEY#" + personId, "KEY");
  }

  /**
   * A person's key, made where there is none yet. One write decides who makes it: who is second
   * takes the first one's.
   *
   * @throws KeyGoneException where the person has been erased
   */
  Sealing forSealing(String personId) {
    Optional<Sealing> kept = kept(personId);
    if (kept.isPresent()) {
      return kept.get();
    }
    Optional<Map<String, AttributeValue>> stored = table.getConsistent(key(personId));
    return keep(personId, stored.map(item -> open(item, personId)).orElseGet(() -> make(personId)));
  }

  /**
   * A person's key.
   *
   * @throws KeyGoneException where there is none any more
   */
  Sealing forOpening(String personId) {
    return kept(personId)
        .orElseGet(
            () ->
                keep(
                    personId,
                    open(
                        table.getConsistent(key(personId)).orElseThrow(KeyGoneException::new),
                        personId)));
  }

  private Sealing make(String personId) {
    KeyWrapper.NewKey made = wrapper.generate(personId);
    String wrapped = Base64.getEncoder().encodeToString(made.wrapped());
    Verdict verdict =
        table.write(
            Write.create(
                key(personId),
                Map.of(
                    "personId",
                    AttributeValue.fromS(personId),
                    WRAPPED,
                    AttributeValue.fromS(wrapped))));
    return verdict.isWritten()
        ? new Sealing(made.plain())
        : open(verdict.obstacle(0).orElseThrow(KeyGoneException::new), personId);
  }

  private Sealing open(Map<String, AttributeValue> item, String personId) {
    if (!item.containsKey(WRAPPED)) {
      throw new KeyGoneException();
    }
    byte[] wrapped = Base64.getDecoder().decode(Items.text(item, WRAPPED));
    return new Sealing(wrapper.unwrap(wrapped, personId));
  }

  private synchronized Optional<Sealing> kept(String personId) {
    long now = nanoTime.getAsLong();
    unwrapped.values().removeIf(kept -> now - kept.since() >= KEPT.toNanos());
    return Optional.ofNullable(unwrapped.get(personId)).map(Kept::sealing);
  }

  private synchronized Sealing keep(String personId, Sealing sealing) {
    unwrapped.put(personId, new Kept(sealing, nanoTime.getAsLong()));
    if (unwrapped.size() > MOST) {
      Iterator<String> oldest = unwrapped.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return sealing;
  }
}
