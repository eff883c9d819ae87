package org.jiuye.emulators.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageJournalTest {

  @TempDir private Path directory;

  @Test
  void theLastStateOfEveryMessageIsKept() {
    try (MessageJournal journal = open()) {
      journal.put("q", message("1", 10));
      journal.put("q", message("2", 10));
      journal.put("other", message("1", 10));
      journal.put("q", message("1", 20));
      journal.remove("q", "2");
    }

    try (MessageJournal journal = open()) {
      assertThat(journal.messages("q"))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.id()).isEqualTo("1");
                assertThat(message.nextDelivery()).isEqualTo(20);
                assertThat(message.content()).isEqualTo("content".getBytes(StandardCharsets.UTF_8));
                assertThat(message.received()).isNull();
              });
      assertThat(journal.messages("other")).hasSize(1);
      assertThat(journal.messages("none")).isEmpty();
    }
  }

  @Test
  void aLineCutShortIsAWriteThatWasNeverAnswered() throws Exception {
    try (MessageJournal journal = open()) {
      journal.put("q", message("1", 10));
    }
    Files.writeString(file(), "{\"queue\":\"q\",\"id\":\"2\",\"mess", StandardOpenOption.APPEND);

    try (MessageJournal journal = open()) {
      assertThat(journal.messages("q")).extracting(StoredMessage::id).containsExactly("1");
      journal.put("q", message("3", 10));
    }
    try (MessageJournal journal = open()) {
      assertThat(journal.messages("q")).extracting(StoredMessage::id).containsExactly("1", "3");
    }
  }

  @Test
  void theFileDoesNotGrowWithWhatIsOver() throws Exception {
    try (MessageJournal journal = open()) {
      for (int i = 0; i < 100_000; i++) {
        journal.put("q", message("1", i));
      }
      assertThat(journal.messages("q"))
          .extracting(StoredMessage::nextDelivery)
          .containsExactly(99_999L);
      assertThat(Files.size(file())).isLessThan(20L << 20);
    }
  }

  private MessageJournal open() {
    return MessageJournal.open(file());
  }

  private Path file() {
    return directory.resolve("messages.jsonl");
  }

  private static StoredMessage message(String id, long nextDelivery) {
    return new StoredMessage(
        id,
        new byte[0],
        nextDelivery,
        "content".getBytes(StandardCharsets.UTF_8),
        new byte[0],
        1,
        null,
        0,
        null,
        null,
        null,
        null,
        null);
  }
}
