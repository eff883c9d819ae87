package org.jiuye.emulators.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queues' messages on disk: every change is appended to a file before it is answered, so that
 * nothing that was answered is lost when the process is killed. What a power cut loses is what the
 * operating system had not written yet.
 */
final class MessageJournal implements AutoCloseable {

  /** From this size on, the file is written anew when most of it is outdated. */
  private static final long BYTES_BEFORE_COMPACTION = 16L << 20;

  private static final int LINE_FEED = '\n';

  private final Path file;
  private final JsonMapper json = JsonMapper.shared();
  private final Map<String, Map<String, byte[]>> linesByQueue = new LinkedHashMap<>();
  private FileChannel channel;
  private long written;
  private long live;

  private MessageJournal(Path file) throws IOException {
    this.file = file;
    replay();
    this.channel = compact();
  }

  static MessageJournal open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new MessageJournal(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in a queue, the oldest first. */
  synchronized List<StoredMessage> messages(String queue) {
    return linesByQueue.getOrDefault(queue, Map.of()).values().stream()
        .map(line -> json.readValue(line, Entry.class).message())
        .filter(StoredMessage.class::isInstance)
        .map(StoredMessage.class::cast)
        .toList();
  }

  /** Keeps a message as it now is. */
  synchronized void put(String queue, StoredMessage message) {
    append(queue, message.id(), message);
  }

  /** Forgets a message. */
  synchronized void remove(String queue, String messageId) {
    append(queue, messageId, null);
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String queue, String messageId, @Nullable StoredMessage message) {
    byte[] entry = json.writeValueAsBytes(new Entry(queue, messageId, message));
    byte[] line = Arrays.copyOf(entry, entry.length + 1);
    line[entry.length] = LINE_FEED;
    try {
      write(channel, line);
      apply(queue, messageId, message == null ? null : line);
      if (written > BYTES_BEFORE_COMPACTION && written > 4 * live) {
        channel.close();
        channel = compact();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(FileChannel target, byte[] line) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      written += target.write(buffer);
    }
  }

  private void apply(String queue, String messageId, byte @Nullable [] line) {
    Map<String, byte[]> lines = linesByQueue.computeIfAbsent(queue, _ -> new LinkedHashMap<>());
    byte[] before = line == null ? lines.remove(messageId) : lines.put(messageId, line);
    live += (line == null ? 0 : line.length) - (before == null ? 0 : before.length);
  }

  private void replay() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == LINE_FEED) {
        byte[] line = Arrays.copyOfRange(bytes, start, i + 1);
        Entry entry = json.readValue(line, Entry.class);
        apply(entry.queue(), entry.id(), entry.message() == null ? null : line);
        start = i + 1;
      }
    }
    // What follows the last line feed was being written when the process ended: never answered.
  }

  private FileChannel compact() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    written = 0;
    FileChannel target =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    for (Map<String, byte[]> lines : linesByQueue.values()) {
      for (byte[] line : lines.values()) {
        write(target, line);
      }
    }
    target.force(false);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return target;
  }

  private record Entry(String queue, String id, @Nullable StoredMessage message) {}
}
