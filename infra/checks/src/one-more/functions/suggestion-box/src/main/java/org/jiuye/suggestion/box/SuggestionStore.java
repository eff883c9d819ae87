package org.jiuye.suggestion.box;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Requirement;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import org.jiuye.suggestion.box.model.Suggestion;
import org.jiuye.suggestion.box.model.Topic;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The box: {@code SUGGESTION#{id}} / {@code SUGGESTION} a suggestion, {@code SUGGESTION#DUE} /
 * {@code {closesAt}#{id}} what is to be closed, {@code SUGGESTION#TOPICS} the seeded topics.
 */
final class SuggestionStore {
  private static final String DUE = "SUGGESTION#DUE";

  private final Table table;
  private final Items items;

  SuggestionStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  List<Topic> topics() {
    return table.queryAll(Query.of("SUGGESTION#TOPICS", "TOPIC#")).stream()
        .map(item -> items.decode(item, Topic.class))
        .toList();
  }

  Suggestion get(String suggestionId) {
    return table
        .getConsistent(key(suggestionId))
        .map(item -> items.decode(item, Suggestion.class))
        .orElseThrow(() -> new IllegalStateException("A suggestion is never removed"));
  }

  /**
   * Puts a suggestion into the box, with the event that tells of it.
   *
   * @param record the idempotency record, none or one
   */
  void open(Suggestion suggestion, Topic topic, Optional<Requirement> record) {
    Event event = SuggestionEvents.made(suggestion, topic);
    boolean written =
        new Transaction()
            .and(
                Write.create(
                    key(suggestion.suggestionId()),
                    Outbox.attach(items.encode(suggestion), List.of(event))))
            .and(Write.create(due(suggestion), items.encode(suggestion)))
            .require(record)
            .write(table)
            .isWritten();
    if (!written) {
      throw new IllegalStateException("A suggestion's id is its own");
    }
  }

  /** What is to be closed by a time. */
  List<Suggestion> due(Instant time) {
    return table.queryAll(Query.of(DUE).asConsistent()).stream()
        .map(item -> items.decode(item, Suggestion.class))
        .takeWhile(suggestion -> !suggestion.closesAt().isAfter(time))
        .toList();
  }

  /** Closes a suggestion, once. */
  boolean close(Suggestion suggestion) {
    Map<String, AttributeValue> closed = items.encode(suggestion.closed());
    return new Transaction()
        .and(
            Write.replace(
                key(suggestion.suggestionId()),
                closed,
                Expression.of("version = :version").value(":version", suggestion.version())))
        .and(new Write.Delete(due(suggestion), Optional.empty()))
        .write(table)
        .isWritten();
  }

  private static Key key(String suggestionId) {
    return new Key("SUGGESTION#" + suggestionId, "SUGGESTION");
  }

  private static Key due(Suggestion suggestion) {
    Instant closesAt = suggestion.closesAt().truncatedTo(ChronoUnit.SECONDS);
    return new Key(DUE, closesAt + "#" + suggestion.suggestionId());
  }
}
