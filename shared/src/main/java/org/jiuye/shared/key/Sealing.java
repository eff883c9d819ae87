package org.jiuye.shared.key;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM. A sealed text opens only with the same key and in the same context. Its form is a
 * byte for the version, 12 random bytes, and the ciphertext with its tag of 16 bytes.
 */
public final class Sealing {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final SecretKeySpec key;

  /**
   * Sealing with a key.
   *
   * @param key 32 bytes
   */
  public Sealing(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The context of a text: parts with their lengths, so that no two lists give the same bytes. */
  public static byte[] context(String... parts) {
    ByteArrayOutputStream context = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      context.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      context.writeBytes(bytes);
    }
    return context.toByteArray();
  }

  /** Seals bytes in a context. */
  public byte[] seal(byte[] plain, byte[] context) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, context, plain, 0);
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens a sealed text.
   *
   * @throws NotItsPlaceException where it was sealed with another key or in another context, or was
   *     changed
   */
  public byte[] open(byte[] sealed, byte[] context) {
    if (sealed.length <= NONCE_BYTES || sealed[0] != VERSION) {
      throw new NotItsPlaceException();
    }
    int body = 1 + NONCE_BYTES;
    return run(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, body), context, sealed, body);
  }

  private byte[] run(int mode, byte[] nonce, byte[] context, byte[] input, int from) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      return cipher.doFinal(input, from, input.length - from);
    } catch (AEADBadTagException elsewhere) {
      throw new NotItsPlaceException();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
    }
  }
}
