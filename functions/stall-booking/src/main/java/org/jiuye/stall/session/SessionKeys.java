package org.jiuye.stall.session;

import java.time.Instant;
import java.time.LocalDate;
import org.jiuye.shared.table.Key;
import org.jiuye.stall.session.model.BookingId;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;

/**
 * The keys of a session's partition, {@code STALL#SESSION#{siteId}#{date}}.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Sort</th><th>What it is</th></tr>
 * <tr><td>AWAITED#{entryId}</td><td>a place in the waiting list that a closure has ended</td></tr>
 * <tr><td>CLOSURE#{at}</td><td>a closure that was taken back</td></tr>
 * <tr><td>ENDED#{bookingId}</td><td>a booking that holds no stall any more</td></tr>
 * <tr><td>ENTRY#{entryId}</td><td>a place in the waiting list</td></tr>
 * <tr><td>SESSION</td><td>the closure, while the session is closed</td></tr>
 * <tr><td>STALL#{stallNo}</td><td>the booking that holds the stall, or the release that hands it on</td></tr>
 * </table>
 *
 * A session's stalls are items of their own, so nobody writes what everybody writes; all from ENTRY
 * on is the session as it stands, one Query.
 */
final class SessionKeys {
  static final String ENDED = "ENDED#";
  static final String ENTRY = "ENTRY#";
  static final String SESSION = "SESSION";
  private static final String AWAITED = "AWAITED#";
  private static final String CLOSURE = "CLOSURE#";
  private static final String STALL = "STALL#";

  private SessionKeys() {}

  static String partition(Session session) {
    return partition(session.site().siteId(), session.date());
  }

  static Key closure(Session session) {
    return new Key(partition(session), SESSION);
  }

  static Key pastClosure(Session session, Instant at) {
    return new Key(partition(session), CLOSURE + at);
  }

  static Key place(WaitingEntry entry) {
    return new Key(partition(entry.siteId(), entry.date()), ENTRY + entry.entryId());
  }

  /** The entry of the waiting list from which a stall was offered. */
  static Key place(BookingId offered, String entryId) {
    return new Key(partition(offered.siteId(), offered.date()), ENTRY + entryId);
  }

  static Key awaited(WaitingEntry entry) {
    return new Key(partition(entry.siteId(), entry.date()), AWAITED + entry.entryId());
  }

  static Key stall(Session session, String stallNo) {
    return new Key(partition(session), STALL + stallNo);
  }

  static Key stall(BookingId id) {
    return new Key(partition(id.siteId(), id.date()), STALL + id.stallNo());
  }

  static Key ended(BookingId id) {
    return new Key(partition(id.siteId(), id.date()), ENDED + id);
  }

  private static String partition(String siteId, LocalDate date) {
    return "STALL#SESSION#" + siteId + "#" + date;
  }
}
