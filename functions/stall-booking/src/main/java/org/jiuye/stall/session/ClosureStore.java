package org.jiuye.stall.session;

import java.time.Instant;
import java.util.Optional;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Requirement;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.PastClosure;
import org.jiuye.stall.site.model.Session;

/** The closures of sessions, in the session's partition. */
public final class ClosureStore {
  private final Table table;
  private final Items items;

  ClosureStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /** Whether the county has closed a session. */
  public Optional<Closure> find(Session session, boolean consistent) {
    Key key = SessionKeys.closure(session);
    return (consistent ? table.getConsistent(key) : table.get(key))
        .map(item -> items.decode(item, Closure.class));
  }

  /** A closure of a session by its moment, be it in force or taken back. */
  public Optional<Closure> find(Session session, Instant at) {
    return find(session, true)
        .filter(closure -> closure.at().equals(at))
        .or(
            () ->
                table
                    .getConsistent(SessionKeys.pastClosure(session, at))
                    .map(item -> items.decode(item, PastClosure.class).closure()));
  }

  /** Closes a session, unless it is closed. */
  public void close(Session session, Closure closure, Optional<Requirement> record) {
    new Transaction()
        .and(Write.create(SessionKeys.closure(session), items.encode(closure)))
        .require(record)
        .write(table);
  }

  /** Holds while a session is closed. */
  static Write isClosed(Session session) {
    return new Write.Check(SessionKeys.closure(session), Expression.present());
  }

  /** Opens a session again, if it is closed as it was. */
  public boolean reopen(Session session, PastClosure past, Optional<Requirement> record) {
    Instant at = past.closure().at();
    return new Transaction()
        .and(
            Write.delete(
                SessionKeys.closure(session),
                Expression.of("#at = :at").name("#at", "at").value(":at", at.toString())))
        .and(Write.create(SessionKeys.pastClosure(session, at), items.encode(past)))
        .require(record)
        .write(table)
        .isWritten();
  }
}
