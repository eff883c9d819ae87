package org.jiuye.stall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Verdict;
import org.jiuye.shared.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The parts of one transaction, by which a refusal is understood. */
final class Parts {
  private final List<Write> writes = new ArrayList<>();
  private final Map<Part, Integer> positions = new EnumMap<>(Part.class);

  /** What a write of the transaction is about. */
  enum Part {
    STALL,
    CLOSURE,
    QUEUE,
    WEEK,
    STANDING,
    STRIKE,
    HOLDERS_COPY,
    ENDED,
    RECORD
  }

  Parts with(Part part, Write write) {
    positions.put(part, writes.size());
    writes.add(write);
    return this;
  }

  /** Adds the idempotency record, none or one. */
  Parts record(List<Write> record) {
    record.forEach(write -> with(Part.RECORD, write));
    return this;
  }

  /** Adds what nobody asks about. */
  Parts and(List<Write> more) {
    writes.addAll(more);
    return this;
  }

  Outcome write(Table table) {
    return new Outcome(table.write(writes), positions, List.copyOf(writes));
  }

  /** What became of the transaction. */
  record Outcome(Verdict verdict, Map<Part, Integer> positions, List<Write> writes) {
    boolean isWritten() {
      return verdict.isWritten();
    }

    boolean isRefused(Part part) {
      return Optional.ofNullable(positions.get(part)).filter(verdict::isRefused).isPresent();
    }

    /** Whether a write that was added was refused. */
    boolean isRefused(Write write) {
      return verdict.isRefused(writes.indexOf(write));
    }

    /** The item that stood in the way of a part. */
    Map<String, AttributeValue> obstacle(Part part) {
      return Optional.ofNullable(positions.get(part)).flatMap(verdict::obstacle).orElse(Map.of());
    }
  }
}
