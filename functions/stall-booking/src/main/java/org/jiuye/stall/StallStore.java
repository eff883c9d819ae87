package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.Parts.Outcome;
import org.jiuye.stall.Parts.Part;
import org.jiuye.stall.PersonStore.Night;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingId;
import org.jiuye.stall.model.BookingState;
import org.jiuye.stall.model.Closure;
import org.jiuye.stall.model.MarketStalls;
import org.jiuye.stall.model.PastClosure;
import org.jiuye.stall.model.QueueEntry;
import org.jiuye.stall.model.Release;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.SessionState;
import org.jiuye.stall.model.SiteKind;
import org.jiuye.stall.model.Transition;
import org.jiuye.stall.model.Transition.QueueEffect;
import org.jiuye.stall.model.Transition.StallEffect;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A session's partition, {@code STALL#SESSION#{siteId}#{date}}: who holds what and who waits.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Sort</th><th>What it is</th></tr>
 * <tr><td>AWAITED#{entryId}</td><td>a place in the waiting list that a closure has ended</td></tr>
 * <tr><td>CLOSURE#{at}</td><td>a closure that was taken back</td></tr>
 * <tr><td>ENDED#{bookingId}</td><td>a booking that holds no stall any more</td></tr>
 * <tr><td>QUEUE#{entryId}</td><td>a place in the waiting list</td></tr>
 * <tr><td>SESSION</td><td>the closure, while the session is closed</td></tr>
 * <tr><td>STALL#{stallNo}</td><td>the booking that holds the stall, or the release that hands it on</td></tr>
 * </table>
 *
 * A session's stalls are items of their own, so nobody writes what everybody writes; all from QUEUE
 * on is the session as it stands, one Query.
 */
final class StallStore {
  private static final String AWAITED = "AWAITED#";
  private static final String CLOSURE = "CLOSURE#";
  private static final String ENDED = "ENDED#";
  private static final String STALL = "STALL#";
  private static final String QUEUE = "QUEUE#";
  private static final String SESSION = "SESSION";
  private static final String RELEASED = "RELEASED";

  /** Three writes a place; DynamoDB takes a hundred a transaction. */
  static final int MOST_ENDED = 33;

  private final Table table;
  private final Items items;
  private final PersonStore persons;
  private final StandingStore standings;

  StallStore(Table table, Items items, PersonStore persons, StandingStore standings) {
    this.table = table;
    this.items = items;
    this.persons = persons;
    this.standings = standings;
  }

  /** A session as it stands. */
  SessionState session(Session session, boolean consistent) {
    Query query = Query.from(partition(session.site().siteId(), session.date()), QUEUE);
    @Nullable Closure closure = null;
    List<Booking> bookings = new ArrayList<>();
    List<Release> releases = new ArrayList<>();
    List<QueueEntry> queue = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.queryAll(consistent ? query.asConsistent() : query)) {
      String sort = Items.text(item, Key.SORT);
      if (sort.startsWith(QUEUE)) {
        queue.add(items.decode(item, QueueEntry.class));
      } else if (sort.equals(SESSION)) {
        closure = items.decode(item, Closure.class);
      } else if (Items.text(item, "state").equals(RELEASED)) {
        releases.add(items.decode(item, Release.class));
      } else {
        bookings.add(items.decode(item, Booking.class));
      }
    }
    return new SessionState(session, Optional.ofNullable(closure), bookings, releases, queue);
  }

  /** Whether the county has closed a session. */
  Optional<Closure> closure(Session session, boolean consistent) {
    Key key = closureKey(session);
    return (consistent ? table.getConsistent(key) : table.get(key))
        .map(item -> items.decode(item, Closure.class));
  }

  /** A closure of a session by its moment, be it in force or taken back. */
  Optional<Closure> closure(Session session, Instant at) {
    return closure(session, true)
        .filter(closure -> closure.at().equals(at))
        .or(
            () ->
                table
                    .getConsistent(pastClosure(session, at))
                    .map(item -> items.decode(item, PastClosure.class).closure()));
  }

  /** How many bookings and offers a closure has ended. */
  int endedBy(Session session, Closure closure) {
    Query query = Query.of(partition(session.site().siteId(), session.date()), ENDED);
    return (int)
        table.queryAll(query.asConsistent()).stream()
            .map(item -> items.decode(item, Booking.class))
            .filter(booking -> booking.state() == BookingState.SITE_CANCELLED)
            .filter(
                booking ->
                    booking.change().filter(last -> last.at().equals(closure.at())).isPresent())
            .count();
  }

  /** A booking, whether it holds its stall or not. */
  Optional<Booking> booking(BookingId id) {
    return table
        .getConsistent(stall(id))
        .filter(item -> id.toString().equals(bookingIdOf(item)))
        .or(() -> table.getConsistent(ended(id)))
        .map(item -> items.decode(item, Booking.class));
  }

  /** Closes a session, unless it is closed. */
  Outcome close(Session session, Closure closure, List<Write> record) {
    return new Parts()
        .with(Part.CLOSURE, Write.create(closureKey(session), items.encode(closure)))
        .record(record)
        .write(table);
  }

  /** Holds while a session is closed. */
  Write isClosed(Session session) {
    return new Write.Check(closureKey(session), Expression.present());
  }

  /** Opens a session again, if it is closed as it was. */
  Outcome reopen(Session session, PastClosure past, List<Write> record) {
    Instant at = past.closure().at();
    return new Parts()
        .with(
            Part.CLOSURE,
            Write.delete(
                closureKey(session),
                Expression.of("#at = :at").name("#at", "at").value(":at", at.toString())))
        .and(List.of(Write.create(pastClosure(session, at), items.encode(past))))
        .record(record)
        .write(table);
  }

  /**
   * Gives a stall to a person, if it is free, the person is not barred, has no other of the kind
   * that night and fewer than the limit that week; one transaction decides.
   *
   * @param today decides whether a bar is over
   * @param more what others write in the same transaction, the idempotency record among it
   */
  Outcome book(Booking booking, int weeklyLimit, LocalDate today, Event event, Extras more) {
    return new Parts()
        .with(
            Part.STALL,
            Write.create(stall(booking.id()), Outbox.attach(items.encode(booking), List.of(event))))
        .with(Part.WEEK, persons.takeNight(booking, weeklyLimit))
        .with(Part.STANDING, standings.isNotBarred(booking.personId(), booking.kind(), today))
        .with(Part.HOLDERS_COPY, persons.file(booking))
        .and(more.writes())
        .record(more.record())
        .write(table);
  }

  /** What goes into a booking's transaction beside the booking. */
  record Extras(List<Write> writes, List<Write> record) {
    static Extras only(List<Write> record) {
      return new Extras(List.of(), record);
    }
  }

  /**
   * Makes a transition happen, if the booking is as it was.
   *
   * @param weeklyLimit where the transition takes a night
   * @param events to tell others, none or some
   */
  Outcome apply(
      Transition transition, int weeklyLimit, LocalDate today, List<Event> events, Extras more) {
    Booking before = transition.before();
    Booking after = transition.after();
    Parts parts = new Parts();
    changeStall(parts, transition, events);
    parts.with(Part.HOLDERS_COPY, persons.refile(before, after));
    changeQueue(parts, transition);
    if (!MarketStalls.stands(after)) {
      parts.and(VacancyStore.removals(before));
    }
    switch (transition.week()) {
      case NONE -> {}
      case TAKE_NIGHT -> {
        parts.with(Part.WEEK, persons.takeAwaitedNight(after, place(before), weeklyLimit));
        parts.with(Part.STANDING, standings.isNotBarred(after.personId(), after.kind(), today));
      }
      case GIVE_BACK -> parts.with(Part.WEEK, persons.giveNightBack(before, false));
      case GIVE_BACK_COUNTED -> parts.with(Part.WEEK, persons.giveNightBack(before, true));
      case STOP_WAITING ->
          parts.with(Part.WEEK, persons.stopWaiting(Night.of(before), place(before)));
    }
    return parts.and(more.writes()).record(more.record()).write(table);
  }

  /** Changes a booking that keeps its state and its stall, if it is as it was. */
  boolean update(Booking before, Booking after, List<Event> events) {
    return new Parts()
        .with(Part.STALL, Write.replace(stall(after.id()), item(after, events), asItWas(before)))
        .with(Part.HOLDERS_COPY, persons.refile(before, after))
        .write(table)
        .isWritten();
  }

  /**
   * Offers a stall to a place in the queue, if the stall stands as it did and the place still
   * waits.
   *
   * @param release what the stall stood as; empty where it was free
   */
  boolean offer(Booking offered, Optional<Release> release, QueueEntry entry, Event event) {
    Map<String, AttributeValue> item = item(offered, List.of(event));
    Key stall = stall(offered.id());
    return new Parts()
        .with(
            Part.STALL,
            release
                .map(open -> Write.replace(stall, item, isRelease(open)))
                .orElseGet(() -> Write.create(stall, item)))
        .with(
            Part.QUEUE,
            Write.replace(queueKey(entry), items.encode(entry.offered()), stillWaits(entry)))
        .with(Part.HOLDERS_COPY, persons.file(offered))
        .write(table)
        .isWritten();
  }

  /** Lets a released stall be free, if it still is released. */
  void free(Session session, Release release) {
    Key key = stall(session.site().siteId(), session.date(), release.stallNo());
    table.write(Write.delete(key, isRelease(release)));
  }

  /** Takes a place in the queue, if the person may; one transaction decides. */
  Outcome join(
      QueueEntry entry, Night night, int weeklyLimit, LocalDate today, List<Write> record) {
    return new Parts()
        .with(Part.QUEUE, Write.create(queueKey(entry), items.encode(entry)))
        .with(Part.WEEK, persons.wait(night, place(entry), weeklyLimit))
        .with(Part.STANDING, standings.isNotBarred(night.personId(), night.kind(), today))
        .record(record)
        .write(table);
  }

  /** Gives a place in the queue up, if it still waits. */
  Outcome leave(QueueEntry entry, Night night, List<Write> record) {
    return new Parts()
        .with(Part.QUEUE, Write.delete(queueKey(entry), stillWaits(entry)))
        .with(Part.WEEK, persons.stopWaiting(night, place(entry)))
        .record(record)
        .write(table);
  }

  /**
   * Ends places in the queue because the session begins or is closed, if all still wait; one
   * transaction, so there are at most {@value #MOST_ENDED} of them.
   *
   * @param events to tell those who wait, in the order of the places; none where nobody is told
   */
  boolean endWaiting(List<QueueEntry> entries, SiteKind kind, List<Event> events) {
    Parts parts = new Parts();
    for (int place = 0; place < entries.size(); place++) {
      QueueEntry entry = entries.get(place);
      Night night = new Night(entry.personId(), kind, entry.date());
      parts.and(
          List.of(
              Write.delete(queueKey(entry), stillWaits(entry)),
              persons.stopWaiting(night, place(entry))));
      if (!events.isEmpty()) {
        Key key = new Key(partition(entry.siteId(), entry.date()), AWAITED + entry.entryId());
        parts.and(
            List.of(
                Write.create(key, Outbox.attach(items.encode(entry), List.of(events.get(place))))));
      }
    }
    return parts.write(table).isWritten();
  }

  private void changeStall(Parts parts, Transition transition, List<Event> events) {
    Booking before = transition.before();
    Booking after = transition.after();
    Key stall = stall(before.id());
    Expression unchanged = asItWas(before);
    if (transition.stall() == StallEffect.KEEP) {
      parts.with(Part.STALL, Write.replace(stall, item(after, events), unchanged));
      return;
    }
    parts.with(Part.ENDED, Write.create(ended(before.id()), item(after, events)));
    parts.with(
        Part.STALL,
        transition.stall() == StallEffect.FREE
            ? Write.delete(stall, unchanged)
            : Write.replace(stall, item(transition.release()), unchanged));
  }

  private void changeQueue(Parts parts, Transition transition) {
    if (transition.queue() == QueueEffect.NONE) {
      return;
    }
    String entryId = transition.before().openOffer().entryId();
    BookingId id = transition.before().id();
    Key key = new Key(partition(id.siteId(), id.date()), QUEUE + entryId);
    Expression isOffered =
        Expression.of("#state = :offered")
            .name("#state", "state")
            .value(":offered", QueueEntry.State.OFFERED.name());
    parts.with(
        Part.QUEUE,
        transition.queue() == QueueEffect.REMOVE
            ? Write.delete(key, isOffered)
            : Write.update(
                key,
                Expression.of("SET #state = :waiting ADD lapses :one, version :one")
                    .value(":waiting", QueueEntry.State.WAITING.name())
                    .value(":one", 1),
                isOffered));
  }

  private Map<String, AttributeValue> item(Booking booking, List<Event> events) {
    Map<String, AttributeValue> item = items.encode(booking);
    return events.isEmpty() ? item : Outbox.attach(item, events);
  }

  private Map<String, AttributeValue> item(Release release) {
    Map<String, AttributeValue> item = items.encode(release);
    item.put("state", AttributeValue.fromS(RELEASED));
    return item;
  }

  private static Expression asItWas(Booking booking) {
    return Expression.of("bookingId = :bookingId AND version = :version")
        .value(":bookingId", booking.bookingId())
        .value(":version", booking.version());
  }

  /** Nobody leaves an offer behind, which then could neither be answered nor lapse. */
  private static Expression stillWaits(QueueEntry entry) {
    return Expression.of("version = :version AND #state = :waiting")
        .name("#state", "state")
        .value(":version", entry.version())
        .value(":waiting", QueueEntry.State.WAITING.name());
  }

  private static Expression isRelease(Release release) {
    return Expression.of("releaseId = :releaseId").value(":releaseId", release.releaseId());
  }

  private static @Nullable String bookingIdOf(Map<String, AttributeValue> item) {
    AttributeValue bookingId = item.get("bookingId");
    return bookingId == null ? null : bookingId.s();
  }

  /** How a person's week names a place in a queue. */
  static String place(QueueEntry entry) {
    return entry.siteId() + "#" + entry.entryId();
  }

  private static String place(Booking offered) {
    return offered.siteId() + "#" + offered.openOffer().entryId();
  }

  private static String partition(String siteId, LocalDate date) {
    return "STALL#SESSION#" + siteId + "#" + date;
  }

  private static Key closureKey(Session session) {
    return new Key(partition(session.site().siteId(), session.date()), SESSION);
  }

  private static Key pastClosure(Session session, Instant at) {
    return new Key(partition(session.site().siteId(), session.date()), CLOSURE + at);
  }

  private static Key queueKey(QueueEntry entry) {
    return new Key(partition(entry.siteId(), entry.date()), QUEUE + entry.entryId());
  }

  private static Key stall(String siteId, LocalDate date, String stallNo) {
    return new Key(partition(siteId, date), STALL + stallNo);
  }

  private static Key stall(BookingId id) {
    return stall(id.siteId(), id.date(), id.stallNo());
  }

  private static Key ended(BookingId id) {
    return new Key(partition(id.siteId(), id.date()), ENDED + id);
  }
}
