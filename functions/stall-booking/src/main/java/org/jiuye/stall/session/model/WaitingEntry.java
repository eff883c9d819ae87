package org.jiuye.stall.session.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.record.BuiltByName;

/**
 * A place in a session's waiting list.
 *
 * @param entryId orders the list: when it was joined, then by chance
 * @param lapses how many offers were let lapse
 * @param version of this record, counting from 1
 */
@BuiltByName
public record WaitingEntry(
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
  public static final Comparator<WaitingEntry> ORDER = Comparator.comparing(WaitingEntry::entryId);

  /** Where a place stands. */
  public enum State {
    WAITING,
    OFFERED
  }

  /** This place with an offer made to it. */
  public WaitingEntry offered() {
    return with(State.OFFERED, lapses);
  }

  /** This place, kept after it has let an offer lapse. */
  public WaitingEntry waitingAgain() {
    return with(State.WAITING, lapses + 1);
  }

  private WaitingEntry with(State nextState, int nextLapses) {
    return WaitingEntryBuilder.builder(this)
        .state(nextState)
        .lapses(nextLapses)
        .version(version + 1)
        .build();
  }
}
