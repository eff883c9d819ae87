package org.jiuye.suggestion.box.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A suggestion in the box.
 *
 * @param closesAt when it is closed
 * @param version of this record, counting from 1
 */
public record Suggestion(
    String suggestionId,
    String topic,
    String personId,
    Instant madeAt,
    Instant closesAt,
    State state,
    long version) {

  /** Whether somebody still looks into it. */
  public enum State {
    OPEN,
    CLOSED
  }

  /** A new suggestion. */
  public static Suggestion open(String suggestionId, Topic topic, String personId, Instant now) {
    Instant madeAt = now.truncatedTo(ChronoUnit.SECONDS);
    return new Suggestion(
        suggestionId,
        topic.topic(),
        personId,
        madeAt,
        madeAt.plus(Duration.ofDays(topic.openDays())),
        State.OPEN,
        1);
  }

  /** The same, closed. */
  public Suggestion closed() {
    return new Suggestion(
        suggestionId, topic, personId, madeAt, closesAt, State.CLOSED, version + 1);
  }
}
