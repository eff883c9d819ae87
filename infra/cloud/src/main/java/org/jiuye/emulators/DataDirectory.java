package org.jiuye.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory that a cloud keeps its data in; one cloud at a time. */
final class DataDirectory implements AutoCloseable {

  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  static DataDirectory open(Path root) {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new IllegalStateException("Another process works with the data in " + root);
      }
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // This process holds it itself: the answer is the same as for another process.
      return null;
    }
  }

  Path dynamoDb() {
    try {
      return Files.createDirectories(root.resolve("dynamodb"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path messageJournal() {
    return root.resolve("messages.jsonl");
  }

  Path keys() {
    return root.resolve("keys");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
