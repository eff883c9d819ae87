package org.jiuye.shared.key;

/** Wraps data keys with another key, which never leaves its place. */
public interface KeyWrapper {
  /** The length of a data key in bytes: AES-256. */
  int DATA_KEY_BYTES = 32;

  /** Makes a new data key that is bound to its owner. */
  NewKey generate(String owner);

  /**
   * Unwraps an owner's data key.
   *
   * @throws RuntimeException where it was wrapped for another owner, or with another key
   */
  byte[] unwrap(byte[] wrapped, String owner);

  /** A data key in plain form, to be used, and in wrapped form, to be stored. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
  record NewKey(byte[] plain, byte[] wrapped) {}
}
