package org.jiuye.stall.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jiuye.shared.identity.Actor;

/**
 * A place in a session's waiting list.
 *
 * @param entryId orders the list: when it was joined, then by chance
 * @param lapses how many offers were let lapse
 * @param version of this record, counting from 1
 */
public record QueueEntry(
    String entryId,
    String siteId,
    LocalDate date,
    String personId,
    String trade,
    boolean onBehalf,
    Actor joinedBy,
    Instant joinedAt,
    State state,
    int lapses,
    long version) {
  /** First come, first served. */
  public static final Comparator<QueueEntry> ORDER = Comparator.comparing(QueueEntry::entryId);

  /** Where a place stands. */
  public enum State {
    WAITING,
    OFFERED
  }

  /** This place with an offer made to it. */
  public QueueEntry offered() {
    return with(State.OFFERED, lapses);
  }

  /** This place, kept after it has let an offer lapse. */
  public QueueEntry waitingAgain() {
    return with(State.WAITING, lapses + 1);
  }

  private QueueEntry with(State nextState, int nextLapses) {
    return new QueueEntry(
        entryId,
        siteId,
        date,
        personId,
        trade,
        onBehalf,
        joinedBy,
        joinedAt,
        nextState,
        nextLapses,
        version + 1);
  }
}
