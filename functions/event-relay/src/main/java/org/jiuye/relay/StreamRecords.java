package org.jiuye.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.invocation.SafeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a stream's event apart. Each record keeps its own JSON, because a record that AWS's
 * serializer does not understand is parked whole while the others are relayed.
 */
final class StreamRecords {
  private static final Logger LOG = LoggerFactory.getLogger(StreamRecords.class);
  private static final String EVENT_SOURCE = "aws:dynamodb";

  /** Items nest up to 32 levels, which the stream's form doubles: more than requests may. */
  private static final int MOST_NESTING = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_NESTING).build())
                  .build())
          .build();

  private final PojoSerializer<DynamodbEvent> serializer =
      LambdaEventSerializers.serializerFor(
          DynamodbEvent.class, StreamRecords.class.getClassLoader());

  /**
   * The records of an event, unchanged.
   *
   * @throws IllegalArgumentException where it is not an event of a table's stream
   */
  List<JsonNode> split(byte[] event) {
    JsonNode records;
    try {
      records = MAPPER.readTree(event).path("Records");
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("Not JSON", malformed);
    }
    if (!records.isArray() || records.valueStream().noneMatch(StreamRecords::isOfStream)) {
      throw new IllegalArgumentException("Not an event of a table's stream");
    }
    return records.valueStream().toList();
  }

  /** The record as AWS's serializer reads it; empty where it cannot. */
  Optional<DynamodbStreamRecord> parse(JsonNode record) {
    if (!isOfStream(record)) {
      return Optional.empty();
    }
    try {
      DynamodbEvent event = serializer.fromJson("{\"Records\":[" + record + "]}");
      return Optional.of(event.getRecords().getFirst());
    } catch (RuntimeException failure) {
      LOG.warn("A record does not fit: {}", SafeLog.describe(failure));
      return Optional.empty();
    }
  }

  /** The record's place in the stream; empty where it names none. */
  static Optional<String> sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").stringValueOpt();
  }

  private static boolean isOfStream(JsonNode record) {
    return EVENT_SOURCE.equals(record.path("eventSource").stringValue(""));
  }
}
