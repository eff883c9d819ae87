package org.jiuye.shared.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** Wraps data keys with a key in a file on this machine, which only its owner may read. */
final class FileKeyWrapper implements KeyWrapper {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Sealing sealing;

  private FileKeyWrapper(Sealing sealing) {
    this.sealing = sealing;
  }

  /**
   * Reads the key from a file.
   *
   * @param file 32 bytes in Base64, mode 600
   * @throws IllegalStateException where others may read the file, or it does not hold such a key
   */
  static FileKeyWrapper read(Path file) {
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new IllegalStateException("Others may read the key file: give it mode 600");
      }
      byte[] key =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (key.length != DATA_KEY_BYTES) {
        throw new IllegalStateException("The key file does not hold a key of 32 bytes");
      }
      return new FileKeyWrapper(new Sealing(key));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public NewKey generate(String owner) {
    byte[] plain = new byte[DATA_KEY_BYTES];
    new SecureRandom().nextBytes(plain);
    return new NewKey(plain, sealing.seal(plain, Sealing.context("data-key", owner)));
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String owner) {
    return sealing.open(wrapped, Sealing.context("data-key", owner));
  }
}
