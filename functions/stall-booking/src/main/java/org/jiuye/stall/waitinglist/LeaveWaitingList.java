package org.jiuye.stall.waitinglist;

import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.WaitingStore;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;

/** Gives up an entry of a waiting list. */
final class LeaveWaitingList {
  private final StallStore store;
  private final WaitingStore waiting;
  private final Allocator allocator;

  LeaveWaitingList(StallStore store, WaitingStore waiting, Allocator allocator) {
    this.store = store;
    this.waiting = waiting;
    this.allocator = allocator;
  }

  /**
   * Leaves the waiting list of a session.
   *
   * @throws ProblemException 404 {@code not-waiting}, 409 {@code offer-pending}
   */
  void leave(Session session, Night night) {
    // An offer may be made, or lapse, meanwhile.
    LookAgain.untilDone(() -> store.session(session, true), state -> leave(night, state));
    allocator.runAfter(session);
  }

  /** False where the entry has changed meanwhile. */
  private boolean leave(Night night, SessionState state) {
    WaitingEntry entry =
        state.entryOf(night.personId()).orElseThrow(() -> ProblemException.of(404, "not-waiting"));
    if (entry.state() != WaitingEntry.State.WAITING) {
      throw Refusals.problem(Refusal.of(Refusal.Reason.OFFER_PENDING));
    }
    return waiting.leave(entry, night);
  }
}
