package org.jiuye.relay.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts letters into batches that SQS takes: for one queue, few, and not too large. */
public final class Batches {
  /** The most messages in one request. */
  public static final int MOST_LETTERS = 10;

  /** The most bytes in one message, and in all messages of a request together: 1 MiB. */
  public static final int MOST_BYTES = 1_048_576;

  /** The size of a text attribute's data type, which counts beside its name and value. */
  private static final int ATTRIBUTE_TYPE_BYTES = "String".length();

  private Batches() {}

  /** Batches in the order of the letters, as full as the limits allow. */
  public static List<List<Letter>> of(List<Letter> letters) {
    Map<String, List<Letter>> byQueue = new LinkedHashMap<>();
    for (Letter letter : letters) {
      byQueue.computeIfAbsent(letter.queueUrl(), _ -> new ArrayList<>()).add(letter);
    }
    return byQueue.values().stream().flatMap(queue -> split(queue).stream()).toList();
  }

  /** The size of a letter in bytes, as SQS counts it. */
  public static int weigh(Letter letter) {
    int bytes = bytes(letter.body());
    for (Map.Entry<String, String> attribute : letter.attributes().entrySet()) {
      bytes += bytes(attribute.getKey()) + bytes(attribute.getValue()) + ATTRIBUTE_TYPE_BYTES;
    }
    return bytes;
  }

  private static List<List<Letter>> split(List<Letter> letters) {
    List<List<Letter>> batches = new ArrayList<>();
    List<Letter> batch = new ArrayList<>();
    int weight = 0;
    for (Letter letter : letters) {
      int more = weigh(letter);
      if (!batch.isEmpty() && (batch.size() == MOST_LETTERS || weight + more > MOST_BYTES)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        weight = 0;
      }
      batch.add(letter);
      weight += more;
    }
    batches.add(List.copyOf(batch));
    return batches;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
