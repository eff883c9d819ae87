package org.jiuye.shared.key;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wrapper that is created with its first key. Most requests that start a function need no key,
 * and should not wait for a KMS client to be created.
 */
final class LateKeyWrapper implements KeyWrapper {
  private final Supplier<KeyWrapper> maker;
  private @Nullable KeyWrapper made;

  LateKeyWrapper(Supplier<KeyWrapper> maker) {
    this.maker = maker;
  }

  @Override
  public NewKey generate(String owner) {
    return made().generate(owner);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String owner) {
    return made().unwrap(wrapped, owner);
  }

  private synchronized KeyWrapper made() {
    KeyWrapper wrapper = made == null ? maker.get() : made;
    made = wrapper;
    return wrapper;
  }
}
