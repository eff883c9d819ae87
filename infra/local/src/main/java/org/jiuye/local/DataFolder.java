package org.jiuye.local;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that a local cloud keeps its data in; one cloud at a time. */
final class DataFolder implements Closeable {

  private static final String LOCK = "cloud.lock";

  private final Path folder;
  private final FileChannel lock;
  private final boolean temporary;

  private DataFolder(Path folder, FileChannel lock, boolean temporary) {
    this.folder = folder;
    this.lock = lock;
    this.temporary = temporary;
  }

  /**
   * Takes the folder.
   *
   * @param folder empty for one that goes when it is closed
   * @param fresh whether what is there is thrown away
   * @throws IllegalStateException when another local cloud has it
   */
  static DataFolder open(Optional<Path> folder, boolean fresh) throws IOException {
    boolean temporary = folder.isEmpty();
    Path root =
        temporary
            ? Files.createTempDirectory("jiuye")
            : Files.createDirectories(folder.get().toAbsolutePath());
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IllegalStateException(
          "Another local cloud runs on %s; stop it or choose another folder with --data"
              .formatted(root));
    }
    DataFolder opened = new DataFolder(root, channel, temporary);
    if (fresh) {
      opened.clear();
    }
    return opened;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // A cloud in this very process has it.
      return null;
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> old =
          found
              .filter(path -> !path.equals(folder) && !path.equals(folder.resolve(LOCK)))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : old) {
        Files.delete(path);
      }
    }
  }

  /** Where the emulators keep tables, messages and keys; empty to keep them in memory. */
  Optional<Path> emulators() {
    return temporary ? Optional.empty() : Optional.of(folder.resolve("emulators"));
  }

  /** Where the positions in streams are kept. */
  Path positions() {
    return folder.resolve("positions");
  }

  /** Where the token issuer keeps its key. */
  Path issuer() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (temporary) {
        clear();
        Files.delete(folder.resolve(LOCK));
        Files.delete(folder);
      }
    } catch (UncheckedIOException exception) {
      throw exception.getCause();
    }
  }
}
