package org.jiuye.shared.key;

/** Keeps data keys under another key that never leaves its place. */
public interface KeyWrapper {
  /** Bytes of every data key: AES-256. */
  int DATA_KEY_BYTES = 32;

  /** A new data key, bound to its owner. */
  NewKey generate(String owner);

  /**
   * The data key that was wrapped for an owner.
   *
   * @throws RuntimeException where it was wrapped for somebody else, or by another key
   */
  byte[] unwrap(byte[] wrapped, String owner);

  /** A data key, as it is used and as it may be stored. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
  record NewKey(byte[] plain, byte[] wrapped) {}
}
