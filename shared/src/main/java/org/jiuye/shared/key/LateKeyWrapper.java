package org.jiuye.shared.key;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wrapper that is made when its first key is: most requests that start a function need none, and
 * should not wait for a client of KMS.
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
