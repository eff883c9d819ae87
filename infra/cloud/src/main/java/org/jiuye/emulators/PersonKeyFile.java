package org.jiuye.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jiuye.template.LambdaFunction;

/**
 * The key above the persons' data keys on this machine, in the place of KMS: a file that functions
 * read whose role may open data keys.
 */
final class PersonKeyFile implements AutoCloseable {

  private static final String NAME = "person-key";
  private static final String OPENS_DATA_KEYS = "kms:Decrypt";
  private static final int KEY_BYTES = 32;

  private final Path file;
  private final boolean isTemporary;

  private PersonKeyFile(Path file, boolean isTemporary) {
    this.file = file;
    this.isTemporary = isTemporary;
  }

  /** The file in a directory, or one that goes with this cloud. */
  static PersonKeyFile open(Optional<Path> directory) {
    try {
      Path folder =
          directory.isPresent() ? directory.get() : Files.createTempDirectory("jiuye-person-key");
      PersonKeyFile keyFile =
          new PersonKeyFile(folder.resolve(NAME).toAbsolutePath(), directory.isEmpty());
      PrivateFile.keep(keyFile.file, PersonKeyFile::generate);
      return keyFile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file, for a function that may have it. */
  Optional<Path> of(LambdaFunction function) {
    return function.statements().stream()
            .anyMatch(
                statement ->
                    statement.effect().equals("Allow")
                        && statement.actions().contains(OPENS_DATA_KEYS))
        ? Optional.of(file)
        : Optional.empty();
  }

  private static String generate() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  @Override
  public void close() throws IOException {
    if (isTemporary) {
      Files.deleteIfExists(file);
      Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
    }
  }
}
