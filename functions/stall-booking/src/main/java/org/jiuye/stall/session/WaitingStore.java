package org.jiuye.stall.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Outcome;
import org.jiuye.shared.table.Requirement;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transition.EntryEffect;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.standing.StandingStore;

/** The places of a session's waiting list, in the session's partition. */
public final class WaitingStore {
  /** Three writes a place; DynamoDB takes a hundred a transaction. */
  public static final int MOST_ENDED = 33;

  private final Table table;
  private final Items items;
  private final PersonStore persons;
  private final StandingStore standings;

  WaitingStore(Table table, Items items, PersonStore persons, StandingStore standings) {
    this.table = table;
    this.items = items;
    this.persons = persons;
    this.standings = standings;
  }

  /** Takes an entry of the waiting list, if the person may; one transaction decides. */
  public Outcome join(
      WaitingEntry entry,
      Night night,
      int weeklyLimit,
      LocalDate today,
      Optional<Requirement> record) {
    return new Transaction()
        .and(Write.create(SessionKeys.place(entry), items.encode(entry)))
        .with(Part.WEEK, persons.wait(night, place(entry), weeklyLimit))
        .with(Part.STANDING, standings.isNotBarred(night.personId(), night.kind(), today))
        .require(record)
        .write(table);
  }

  /** Gives an entry of the waiting list up, if it still waits. */
  public boolean leave(WaitingEntry entry, Night night) {
    return new Transaction()
        .and(Write.delete(SessionKeys.place(entry), stillWaits(entry)))
        .and(persons.stopWaiting(night, place(entry)))
        .write(table)
        .isWritten();
  }

  /**
   * Ends entries of the waiting list because the session begins or is closed, if all still wait;
   * one transaction, so there are at most {@value #MOST_ENDED} of them.
   *
   * @param events for the persons who wait, in the order of the entries; none where nobody is told
   */
  boolean endWaiting(List<WaitingEntry> entries, SiteKind kind, List<Event> events) {
    Transaction parts = new Transaction();
    for (int place = 0; place < entries.size(); place++) {
      WaitingEntry entry = entries.get(place);
      Night night = new Night(entry.personId(), kind, entry.date());
      parts.and(
          List.of(
              Write.delete(SessionKeys.place(entry), stillWaits(entry)),
              persons.stopWaiting(night, place(entry))));
      if (!events.isEmpty()) {
        Key key = SessionKeys.awaited(entry);
        parts.and(
            List.of(
                Write.create(key, Outbox.attach(items.encode(entry), List.of(events.get(place))))));
      }
    }
    return parts.write(table).isWritten();
  }

  /** What a transition does to the place from which its stall was offered; none or one write. */
  static List<Write> change(Transition transition) {
    if (transition.entry() == EntryEffect.NONE) {
      return List.of();
    }
    String entryId = transition.before().openOffer().entryId();
    Key key = SessionKeys.place(transition.before().id(), entryId);
    Expression isOffered =
        Expression.of("#state = :offered")
            .name("#state", "state")
            .value(":offered", WaitingEntry.State.OFFERED.name());
    return List.of(
        transition.entry() == EntryEffect.REMOVE
            ? Write.delete(key, isOffered)
            : Write.update(
                key,
                Expression.of("SET #state = :waiting ADD lapses :one, version :one")
                    .value(":waiting", WaitingEntry.State.WAITING.name())
                    .value(":one", 1),
                isOffered));
  }

  /** A stall is offered to a place that still waits. */
  Write offer(WaitingEntry entry) {
    return Write.replace(
        SessionKeys.place(entry), items.encode(entry.offered()), stillWaits(entry));
  }

  /** How a person's week names an entry of a waiting list. */
  public static String place(WaitingEntry entry) {
    return entry.siteId() + "#" + entry.entryId();
  }

  static String place(Booking offered) {
    return offered.siteId() + "#" + offered.openOffer().entryId();
  }

  /** Nobody leaves an offer behind, which then could neither be answered nor lapse. */
  private static Expression stillWaits(WaitingEntry entry) {
    return Expression.of("version = :version AND #state = :waiting")
        .name("#state", "state")
        .value(":version", entry.version())
        .value(":waiting", WaitingEntry.State.WAITING.name());
  }
}
