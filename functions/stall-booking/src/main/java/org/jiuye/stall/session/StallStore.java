package org.jiuye.stall.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Outcome;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingId;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.MarketStall;
import org.jiuye.stall.session.model.MarketStalls;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.Release;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transition.StallEffect;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.standing.StandingStore;
import org.jiuye.stall.vacancy.VacancyStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The stalls of a session and their holders. The keys are {@link SessionKeys}. */
public final class StallStore {
  private static final String RELEASED = "RELEASED";

  private final Table table;
  private final Items items;
  private final PersonStore persons;
  private final StandingStore standings;
  private final WaitingStore waiting;

  StallStore(
      Table table,
      Items items,
      PersonStore persons,
      StandingStore standings,
      WaitingStore waiting) {
    this.waiting = waiting;
    this.table = table;
    this.items = items;
    this.persons = persons;
    this.standings = standings;
  }

  /** A session as it stands. */
  public SessionState session(Session session, boolean consistent) {
    Query query = Query.from(SessionKeys.partition(session), SessionKeys.ENTRY);
    @Nullable Closure closure = null;
    List<Booking> bookings = new ArrayList<>();
    List<Release> releases = new ArrayList<>();
    List<WaitingEntry> waitingList = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.queryAll(consistent ? query.asConsistent() : query)) {
      String sort = Items.text(item, Key.SORT);
      if (sort.startsWith(SessionKeys.ENTRY)) {
        waitingList.add(items.decode(item, WaitingEntry.class));
      } else if (sort.equals(SessionKeys.SESSION)) {
        closure = items.decode(item, Closure.class);
      } else if (Items.text(item, "state").equals(RELEASED)) {
        releases.add(items.decode(item, Release.class));
      } else {
        bookings.add(items.decode(item, Booking.class));
      }
    }
    return new SessionState(session, Optional.ofNullable(closure), bookings, releases, waitingList);
  }

  /** How many bookings and offers a closure has ended. */
  public int endedBy(Session session, Closure closure) {
    Query query = Query.of(SessionKeys.partition(session), SessionKeys.ENDED);
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
  public Optional<Booking> booking(BookingId id) {
    return table
        .getConsistent(SessionKeys.stall(id))
        .filter(item -> id.toString().equals(bookingIdOf(item)))
        .or(() -> table.getConsistent(SessionKeys.ended(id)))
        .map(item -> items.decode(item, Booking.class));
  }

  /**
   * Gives a stall to a person, if it is free, the person is not barred, has no other of the kind
   * that night and fewer than the limit that week; one transaction decides.
   *
   * @param today decides whether a bar is over
   * @param more adds what others write in the same transaction, the idempotency record among it
   */
  public Outcome book(
      Booking booking, int weeklyLimit, LocalDate today, Event event, Consumer<Transaction> more) {
    Transaction transaction =
        new Transaction()
            .with(
                Part.STALL,
                Write.create(
                    SessionKeys.stall(booking.id()),
                    Outbox.attach(items.encode(booking), List.of(event))))
            .with(Part.WEEK, persons.takeNight(booking, weeklyLimit))
            .with(Part.STANDING, standings.isNotBarred(booking.personId(), booking.kind(), today))
            .and(persons.file(booking));
    more.accept(transaction);
    return transaction.write(table);
  }

  /**
   * Makes a transition happen, if the booking is as it was.
   *
   * @param weeklyLimit where the transition takes a night
   * @param events to tell others, none or some
   * @param more adds what others write in the same transaction
   */
  public Outcome apply(
      Transition transition,
      int weeklyLimit,
      LocalDate today,
      List<Event> events,
      Consumer<Transaction> more) {
    Booking before = transition.before();
    Booking after = transition.after();
    Transaction parts = new Transaction();
    changeStall(parts, transition, events);
    parts.and(persons.refile(before, after));
    parts.and(WaitingStore.change(transition));
    if (!MarketStalls.stands(after)) {
      before
          .market()
          .ifPresent(
              market ->
                  parts.and(VacancyStore.removals(stand(before, market), market.vacancyCount())));
    }
    switch (transition.week()) {
      case NONE -> {}
      case TAKE_NIGHT -> {
        parts.with(
            Part.WEEK, persons.takeAwaitedNight(after, WaitingStore.place(before), weeklyLimit));
        parts.with(Part.STANDING, standings.isNotBarred(after.personId(), after.kind(), today));
      }
      case GIVE_BACK -> parts.with(Part.WEEK, persons.giveNightBack(before, false));
      case GIVE_BACK_COUNTED -> parts.with(Part.WEEK, persons.giveNightBack(before, true));
      case STOP_WAITING ->
          parts.with(Part.WEEK, persons.stopWaiting(Night.of(before), WaitingStore.place(before)));
    }
    more.accept(parts);
    return parts.write(table);
  }

  /** Changes a booking that keeps its state and its stall, if it is as it was. */
  public boolean update(Booking before, Booking after, List<Event> events) {
    return new Transaction()
        .and(Write.replace(SessionKeys.stall(after.id()), item(after, events), asItWas(before)))
        .and(persons.refile(before, after))
        .write(table)
        .isWritten();
  }

  /**
   * Offers a stall to an entry of the waiting list, if the stall stands as it did and the place
   * still waits.
   *
   * @param release what the stall stood as; empty where it was free
   */
  boolean offer(Booking offered, Optional<Release> release, WaitingEntry entry, Event event) {
    Map<String, AttributeValue> item = item(offered, List.of(event));
    Key stall = SessionKeys.stall(offered.id());
    return new Transaction()
        .and(
            release
                .map(open -> Write.replace(stall, item, isRelease(open)))
                .orElseGet(() -> Write.create(stall, item)))
        .and(waiting.offer(entry))
        .and(persons.file(offered))
        .write(table)
        .isWritten();
  }

  /** Lets a released stall be free, if it still is released. */
  void free(Session session, Release release) {
    Key key = SessionKeys.stall(session, release.stallNo());
    table.write(Write.delete(key, isRelease(release)));
  }

  private void changeStall(Transaction parts, Transition transition, List<Event> events) {
    Booking before = transition.before();
    Booking after = transition.after();
    Key stall = SessionKeys.stall(before.id());
    Expression unchanged = asItWas(before);
    if (transition.stall() == StallEffect.KEEP) {
      parts.with(Part.STALL, Write.replace(stall, item(after, events), unchanged));
      return;
    }
    parts.and(Write.create(SessionKeys.ended(before.id()), item(after, events)));
    parts.with(
        Part.STALL,
        transition.stall() == StallEffect.FREE
            ? Write.delete(stall, unchanged)
            : Write.replace(stall, item(transition.release()), unchanged));
  }

  /** Where the vacancies of a booking at the job market hang out. */
  public static VacancyStore.Stand stand(Booking booking, MarketStall market) {
    return new VacancyStore.Stand(
        booking.siteId(),
        booking.date(),
        booking.stallNo(),
        booking.bookingId(),
        market.creditCode(),
        market.employerName());
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

  private static Expression isRelease(Release release) {
    return Expression.of("releaseId = :releaseId").value(":releaseId", release.releaseId());
  }

  private static @Nullable String bookingIdOf(Map<String, AttributeValue> item) {
    AttributeValue bookingId = item.get("bookingId");
    return bookingId == null ? null : bookingId.s();
  }
}
