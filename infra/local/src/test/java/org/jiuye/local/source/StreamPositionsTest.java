package org.jiuye.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jiuye.local.source.StreamPositions.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamPositionsTest {

  private final Path file;

  StreamPositionsTest(@TempDir Path folder) {
    file = folder.resolve("positions/Relay-Outbox.json");
  }

  @Test
  void goesOnAfterARestartWhereItWas() {
    StreamPositions before = new StreamPositions(file, "stream-1");
    before.begin();
    before.deliveredUpTo("shard-1", "41");
    before.finished("shard-1");
    before.deliveredUpTo("shard-2", "42");

    StreamPositions after = new StreamPositions(file, "stream-1");
    assertThat(after.isBegun()).isTrue();
    assertThat(after.of("shard-1")).isEqualTo(new Position("41", true));
    assertThat(after.of("shard-2")).isEqualTo(new Position("42", false));
    assertThat(after.of("shard-3")).isEqualTo(Position.BEGINNING);
  }

  @Test
  void beginsAnewInAnotherStream() {
    StreamPositions before = new StreamPositions(file, "stream-1");
    before.begin();
    before.deliveredUpTo("shard-1", "41");

    StreamPositions after = new StreamPositions(file, "stream-2");
    assertThat(after.isBegun()).isFalse();
    assertThat(after.of("shard-1")).isEqualTo(Position.BEGINNING);
  }

  @Test
  void forgetsShardsThatAreNoMore() {
    StreamPositions positions = new StreamPositions(file, "stream-1");
    positions.finished("shard-1");
    positions.keepOnly(List.of("shard-2"));
    assertThat(new StreamPositions(file, "stream-1").of("shard-1")).isEqualTo(Position.BEGINNING);
  }
}
