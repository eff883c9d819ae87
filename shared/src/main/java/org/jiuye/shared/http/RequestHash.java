package org.jiuye.shared.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed hash (HMAC-SHA-256) of a request's path and body, and of its idempotency key: what the
 * client sent may hold an ID number, and a plain hash of that could be guessed.
 */
final class RequestHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY_BYTES = 32;

  /** No path, for those begin with a slash: so no key has the hash of a request. */
  private static final String KEY = "key";

  private final SecretKeySpec key;

  /**
   * A hash under a key.
   *
   * @param key at least 32 bytes
   */
  RequestHash(byte[] key) {
    if (key.length < SHORTEST_KEY_BYTES) {
      throw new IllegalArgumentException("The key of the request hash is too short");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Of path and body. */
  String of(HttpRequest request) {
    return of(request.path(), request.body());
  }

  /** Of an idempotency key. */
  String of(String idempotencyKey) {
    return of(KEY, idempotencyKey);
  }

  private String of(String kind, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
    }
  }

  static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
