package org.jiuye.shared.person;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jiuye.shared.key.DataKeys;
import org.jiuye.shared.key.Sealing;
import org.jiuye.shared.table.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Each person's data key. It is made when something about the person is first sealed, and kept
 * wrapped in the item {@code KEY#{personId}}. A function keeps unwrapped keys for {@link #KEPT}, so
 * a warm function may still read with a key for that long after the key has gone.
 *
 * <p>Erasing a person removes {@code wrapped} from the item but leaves the item. A missing item
 * only means that nothing has been sealed yet, and a new key would be made.
 */
final class PersonKeys {
  /** How long an unwrapped key stays in a function's memory, in real time. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST = 1_000;

  private final DataKeys keys;
  private final LongSupplier nanoTime;

  /** In the order of their last use, the oldest first. */
  private final Map<String, Kept> unwrapped = new LinkedHashMap<>(16, 0.75f, true);

  PersonKeys(DataKeys keys, LongSupplier nanoTime) {
    this.keys = keys;
    this.nanoTime = nanoTime;
  }

  private record Kept(Sealing sealing, long since) {}

  static Key key(String personId) {
    return new Key("KEY#" + personId, "KEY");
  }

  /**
   * A person's key, which is made where there is none yet. One write decides who makes it;
   * everybody else takes that key.
   *
   * @throws KeyGoneException where the person has been erased
   */
  Sealing forSealing(String personId) {
    Optional<Sealing> kept = kept(personId);
    if (kept.isPresent()) {
      return kept.get();
    }
    Optional<byte[]> key =
        keys.findOrMake(
            key(personId), personId, Map.of("personId", AttributeValue.fromS(personId)));
    return keep(personId, new Sealing(key.orElseThrow(KeyGoneException::new)));
  }

  /**
   * A person's key.
   *
   * @throws KeyGoneException where the key is gone
   */
  Sealing forOpening(String personId) {
    return kept(personId).orElseGet(() -> keep(personId, find(personId)));
  }

  private Sealing find(String personId) {
    return new Sealing(keys.find(key(personId), personId).orElseThrow(KeyGoneException::new));
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
