package org.jiuye.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.access.AccessRequest;
import org.jiuye.emulators.access.Role;
import org.jiuye.template.KmsKey;
import org.jiuye.template.LambdaFunction;

/**
 * The template's keys of KMS on this machine: a file each, given to the functions whose roles may
 * open data keys with it.
 */
final class KeyFiles implements AutoCloseable {

  /** What the Spring properties begin with that name the files; the key's id follows. */
  static final String PROPERTY = "jiuye.key-file.";

  private static final String OPENS_DATA_KEYS = "kms:Decrypt";
  private static final int KEY_BYTES = 32;

  private final List<KmsKey> keys;
  private final Path folder;
  private final boolean isTemporary;

  private KeyFiles(List<KmsKey> keys, Path folder, boolean isTemporary) {
    this.keys = keys;
    this.folder = folder.toAbsolutePath();
    this.isTemporary = isTemporary;
  }

  /** The files in a directory, or in one that goes with this cloud. */
  static KeyFiles open(List<KmsKey> keys, Optional<Path> directory) {
    try {
      KeyFiles files =
          new KeyFiles(
              keys,
              directory.isPresent() ? directory.get() : Files.createTempDirectory("jiuye-keys"),
              directory.isEmpty());
      keys.forEach(key -> PrivateFile.keep(files.file(key), KeyFiles::generate));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Spring properties that name the files of the keys that a function may use. */
  Map<String, String> propertiesOf(LambdaFunction function) {
    Role role = new Role(function.statements());
    Map<String, String> properties = new LinkedHashMap<>();
    for (KmsKey key : keys) {
      if (role.findRefused(List.of(new AccessRequest(OPENS_DATA_KEYS, key.arn(), Map.of())))
          .isEmpty()) {
        properties.put(PROPERTY + key.id(), file(key).toString());
      }
    }
    return properties;
  }

  private Path file(KmsKey key) {
    return folder.resolve(key.logicalId());
  }

  private static String generate() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  @Override
  public void close() throws IOException {
    if (isTemporary) {
      for (KmsKey key : keys) {
        Files.deleteIfExists(file(key));
      }
      Files.deleteIfExists(folder);
    }
  }
}
