package org.jiuye.shared.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jiuye.shared.key.DataKeys;
import org.jiuye.shared.table.Key;

/**
 * The keys of request hashes: each capability has a data key among its own idempotency records,
 * made when the first request with an {@code Idempotency-Key} comes. An instance reads it once,
 * when it first needs it.
 */
public final class RequestHashKeys {
  private final DataKeys keys;
  private final Map<String, RequestHash> known = new ConcurrentHashMap<>();

  RequestHashKeys(DataKeys keys) {
    this.keys = keys;
  }

  /** The hash under a capability's key. */
  RequestHash hashOf(String capability) {
    return known.computeIfAbsent(capability, this::read);
  }

  private RequestHash read(String capability) {
    return new RequestHash(
        keys.findOrMake(key(capability), capability, Map.of())
            .orElseThrow(
                () -> new IllegalStateException("The key of the request hashes was destroyed")));
  }

  /** Beside the records, whose sort keys all begin with a route. */
  static Key key(String capability) {
    return new Key("IDEMPOTENCY#" + capability + "#", "KEY");
  }
}
