package org.jiuye.shared.person;

/** Keeps data keys of persons under another key that never leaves its place. */
interface KeyWrapper {
  /** Bytes of every data key: AES-256. */
  int DATA_KEY_BYTES = 32;

  /** A new data key, bound to a person. */
  NewKey generate(String personId);

  /**
   * The data key that was wrapped for a person.
   *
   * @throws RuntimeException where it was wrapped for somebody else, or by another key
   */
  byte[] unwrap(byte[] wrapped, String personId);

  /** A data key, as it is used and as it may be stored. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
  record NewKey(byte[] plain, byte[] wrapped) {}
}
