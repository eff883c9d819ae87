package org.jiuye.local.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a mapping has read a stream, in a file that is replaced whole. Saved after delivery only:
 * what was delivered but not saved is delivered again.
 */
final class StreamPositions {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Where reading of a shard stands.
   *
   * @param after the last sequence number dealt with, empty at the shard's beginning
   * @param finished whether the shard was read to its end
   */
  record Position(String after, boolean finished) {
    static final Position BEGINNING = new Position("", false);
  }

  /**
   * The file's content.
   *
   * @param begun whether the mapping has found its starting position
   */
  record Saved(String streamArn, boolean begun, Map<String, Position> shards) {}

  private final Path file;
  private final String streamArn;
  private final Map<String, Position> shards = new TreeMap<>();
  private boolean begun;

  /** Reads the file; positions in another stream (the table was made anew) count for nothing. */
  StreamPositions(Path file, String streamArn) {
    this.file = file;
    this.streamArn = streamArn;
    if (Files.exists(file)) {
      Saved saved = read(file);
      if (saved.streamArn().equals(streamArn)) {
        shards.putAll(saved.shards());
        begun = saved.begun();
      }
    }
  }

  private static Saved read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), Saved.class);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (JacksonException exception) {
      throw new IllegalStateException("cannot read the stream's position in " + file, exception);
    }
  }

  boolean isBegun() {
    return begun;
  }

  Position of(String shardId) {
    return shards.getOrDefault(shardId, Position.BEGINNING);
  }

  void begin() {
    begun = true;
    save();
  }

  void deliveredUpTo(String shardId, String sequenceNumber) {
    shards.put(shardId, new Position(sequenceNumber, false));
    save();
  }

  void finished(String shardId) {
    shards.put(shardId, new Position(of(shardId).after(), true));
    save();
  }

  /** Forgets shards that the stream no longer has. */
  void keepOnly(Collection<String> shardIds) {
    if (shards.keySet().retainAll(shardIds)) {
      save();
    }
  }

  private void save() {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, JSON.writeValueAsBytes(new Saved(streamArn, begun, shards)));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
