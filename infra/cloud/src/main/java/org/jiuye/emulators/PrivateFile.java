package org.jiuye.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** A file that its owner alone may read (mode 600), made once and kept. */
final class PrivateFile {

  private PrivateFile() {}

  /** The text of a file, which is made with it where it is not there yet. */
  static String keep(Path file, Supplier<String> text) {
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(directory);
        Path fresh =
            Files.createTempFile(
                directory,
                String.valueOf(file.getFileName()),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text.get(), StandardCharsets.UTF_8);
        // Whole or not at all: a secret cut short would be another secret.
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
