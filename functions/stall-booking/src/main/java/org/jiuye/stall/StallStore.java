package org.jiuye.stall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.http.PageRequest;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Verdict;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingId;
import org.jiuye.stall.model.Site;
import org.jiuye.stall.model.SiteKind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key, query and condition that this capability sends to DynamoDB.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Partition</th><th>Sort</th><th>What it is</th></tr>
 * <tr><td>STALL#SITES</td><td>SITE#{siteId}</td><td>a site, seeded</td></tr>
 * <tr><td>STALL#SESSION#{siteId}#{date}</td><td>STALL#{stallNo}</td>
 *     <td>who holds the stall that night: the booking itself</td></tr>
 * <tr><td>STALL#SESSION#{siteId}#{date}</td><td>ENDED#{bookingId}</td>
 *     <td>a booking that holds no stall any more</td></tr>
 * <tr><td>STALL#PERSON#{personId}</td><td>BOOKING#{date}#{bookingId}</td>
 *     <td>the booking once more, for the holder's list</td></tr>
 * <tr><td>STALL#PERSON#{personId}</td><td>WEEK#{kind}#{isoWeek}</td>
 *     <td>which nights of the week the person holds, and how many count</td></tr>
 * <tr><td>STALL#ANNOUNCEMENTS#{siteId}</td><td>{date}</td>
 *     <td>how a session was booked when it was announced</td></tr>
 * </table>
 *
 * A session's stalls are items of their own, so nobody writes what everybody writes.
 */
final class StallStore {
  private static final String STALL = "STALL#";
  private static final String BOOKING = "BOOKING#";

  private final Table table;
  private final Items items;

  StallStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  List<Site> sites() {
    return table.queryAll(Query.of("STALL#SITES", "SITE#")).stream()
        .map(item -> items.decode(item, Site.class))
        .toList();
  }

  /** Names of trades by code, by language tag. */
  Map<String, Trade> trades() {
    return table.queryAll(Query.of("COUNTY#TRADES", "TRADE#")).stream()
        .map(item -> items.decode(item, Trade.class))
        .collect(Collectors.toMap(Trade::code, trade -> trade));
  }

  /** The years whose public holidays are known. */
  WorkingDays calendar() {
    return new WorkingDays(
        table.queryAll(Query.of("COUNTY#CALENDAR", "YEAR#")).stream()
            .map(item -> items.decode(item, WorkingDays.CalendarYear.class))
            .toList());
  }

  /** What is sold, as the county names it. */
  record Trade(String code, Map<String, String> name) {}

  /** The bookings that hold a session's stalls. */
  List<Booking> holders(String siteId, LocalDate date, boolean consistent) {
    Query query = Query.of(session(siteId, date), STALL);
    return table.queryAll(consistent ? query.asConsistent() : query).stream()
        .map(item -> items.decode(item, Booking.class))
        .toList();
  }

  /** A booking, whether it holds its stall or not. */
  Optional<Booking> booking(BookingId id) {
    return table
        .getConsistent(stall(id))
        .map(item -> items.decode(item, Booking.class))
        .filter(booking -> booking.bookingId().equals(id.toString()))
        .or(() -> table.getConsistent(ended(id)).map(item -> items.decode(item, Booking.class)));
  }

  /** A person's bookings, the latest night first. */
  Slice bookingsOf(String personId, PageRequest page) {
    Query query = Query.of(person(personId), BOOKING).descending().limit(page.limit());
    return table.query(
        page.after().filter(sort -> sort.startsWith(BOOKING)).map(query::after).orElse(query));
  }

  Booking read(Map<String, AttributeValue> item) {
    return items.decode(item, Booking.class);
  }

  /**
   * Gives a stall to a person, if it is free, the person has no other of the kind that night and
   * fewer than the limit that week; one transaction decides.
   *
   * @param record the idempotency record, none or one
   */
  BookingVerdict book(Booking booking, int weeklyLimit, Event event, List<Write> record) {
    BookingId id = booking.id();
    List<Write> writes = new ArrayList<>();
    writes.add(Write.create(stall(id), Outbox.attach(items.encode(booking), List.of(event))));
    writes.add(takeNight(booking, weeklyLimit));
    writes.add(Write.create(holdersCopy(booking), items.encode(booking)));
    writes.addAll(record);
    return new BookingVerdict(table.write(writes), booking);
  }

  /**
   * Ends a booking and frees its stall, if it still stands as it was read.
   *
   * @param before as it was read
   * @param counts whether the night goes on counting for the week
   * @param record the idempotency record, none or one
   */
  Verdict end(Booking before, Booking after, boolean counts, Event event, List<Write> record) {
    BookingId id = before.id();
    List<Write> writes = new ArrayList<>();
    writes.add(
        Write.delete(
            stall(id),
            Expression.of("bookingId = :bookingId AND version = :version")
                .value(":bookingId", before.bookingId())
                .value(":version", before.version())));
    writes.add(Write.create(ended(id), Outbox.attach(items.encode(after), List.of(event))));
    writes.add(
        Write.replace(
            holdersCopy(after),
            items.encode(after),
            Expression.of("version = :version").value(":version", before.version())));
    writes.add(giveNightBack(before, counts));
    writes.addAll(record);
    writes.addAll(VacancyStore.removals(before));
    return table.write(writes);
  }

  /** Notes once how a session was booked, with the event that tells of it. */
  boolean announce(Announcement announcement, Event event) {
    Key key =
        new Key("STALL#ANNOUNCEMENTS#" + announcement.siteId(), announcement.date().toString());
    return table
        .write(Write.create(key, Outbox.attach(items.encode(announcement), List.of(event))))
        .isWritten();
  }

  /** The person's nights of a week: one a night by the attribute's name, the limit by the count. */
  private Write takeNight(Booking booking, int weeklyLimit) {
    return Write.update(
        week(booking),
        Expression.of("SET #night = :bookingId ADD #count :one")
            .name("#night", nightAttribute(booking.date()))
            .name("#count", BookingVerdict.COUNT)
            .value(":bookingId", booking.bookingId())
            .value(":one", 1),
        Expression.of(
                "attribute_not_exists(#night)"
                    + " AND (attribute_not_exists(#count) OR #count < :limit)")
            .value(":limit", weeklyLimit));
  }

  private Write giveNightBack(Booking booking, boolean counts) {
    Expression update =
        counts
            ? Expression.of("REMOVE #night")
            : Expression.of("REMOVE #night ADD #count :minusOne")
                .name("#count", BookingVerdict.COUNT)
                .value(":minusOne", -1);
    return Write.update(
        week(booking),
        update.name("#night", nightAttribute(booking.date())),
        Expression.of("#night = :bookingId").value(":bookingId", booking.bookingId()));
  }

  static String nightAttribute(LocalDate date) {
    return "night-" + date;
  }

  private static String session(String siteId, LocalDate date) {
    return "STALL#SESSION#" + siteId + "#" + date;
  }

  private static String person(String personId) {
    return "STALL#PERSON#" + personId;
  }

  private static Key stall(BookingId id) {
    return new Key(session(id.siteId(), id.date()), STALL + id.stallNo());
  }

  private static Key ended(BookingId id) {
    return new Key(session(id.siteId(), id.date()), "ENDED#" + id);
  }

  private static Key holdersCopy(Booking booking) {
    return new Key(
        person(booking.personId()), BOOKING + booking.date() + "#" + booking.bookingId());
  }

  private static Key week(Booking booking) {
    SiteKind kind = booking.kind();
    return new Key(
        person(booking.personId()), "WEEK#" + kind + "#" + CountyTime.isoWeekOf(booking.date()));
  }

  /**
   * How a session was booked when it was announced.
   *
   * @param booked stalls held
   * @param stalls stalls there are
   */
  record Announcement(String siteId, LocalDate date, int booked, int stalls) {}
}
