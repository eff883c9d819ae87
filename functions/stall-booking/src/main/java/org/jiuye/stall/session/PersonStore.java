package org.jiuye.stall.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.Night;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is kept by person: the list of bookings, and the week that says which nights are held or
 * waited for and how many count. One update of the week decides one stall a night and the weekly
 * limit.
 */
public final class PersonStore {
  private static final String BOOKING = "BOOKING#";
  private static final String COUNT = "count";

  private static final String NIGHT_IS_OPEN =
      "attribute_not_exists(#night) AND (attribute_not_exists(#count) OR #count < :limit)";

  private final Table table;
  private final Items items;

  PersonStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /**
   * A person's bookings, the latest night first. One Query, where none is passed over.
   *
   * @param shown what the page may show; it ends at one of these, so that it tells of no other
   */
  public Slice bookings(String personId, PageRequest page, Predicate<Booking> shown) {
    Query query = Query.of(partition(personId), BOOKING).descending().limit(page.limit());
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    Optional<String> after = page.after();
    do {
      Slice slice = table.query(after.map(query::after).orElse(query));
      slice.items().stream().filter(item -> shown.test(read(item))).forEach(found::add);
      after = slice.lastSort();
    } while (found.size() < page.limit() && after.isPresent());
    List<Map<String, AttributeValue>> onPage = found.stream().limit(page.limit()).toList();
    boolean more = found.size() > onPage.size() || after.isPresent();
    return new Slice(
        onPage, more ? Optional.of(Key.of(onPage.getLast()).sort()) : Optional.empty());
  }

  /** A person's bookings from a date on. */
  public List<Booking> bookingsFrom(String personId, LocalDate date) {
    return table.queryAll(Query.from(partition(personId), BOOKING + date).asConsistent()).stream()
        .filter(item -> Key.of(item).sort().startsWith(BOOKING))
        .map(this::read)
        .toList();
  }

  public Booking read(Map<String, AttributeValue> item) {
    return items.decode(item, Booking.class);
  }

  /** The entry of a waiting list that a person has for a night, as {@link #wait} noted it. */
  Optional<String> awaited(Night night) {
    return table
        .getConsistent(week(night))
        .flatMap(item -> Optional.ofNullable(item.get(awaitedName(night))))
        .map(AttributeValue::s);
  }

  /** The night, if neither held nor waited for, and the week has room. */
  Write takeNight(Booking booking, int limit) {
    Night night = Night.of(booking);
    return Write.update(
        week(night),
        Expression.of("SET #night = :bookingId ADD #count :one")
            .name("#night", held(night))
            .name("#count", COUNT)
            .value(":bookingId", booking.bookingId())
            .value(":one", 1),
        Expression.of(NIGHT_IS_OPEN + " AND attribute_not_exists(#waiting)")
            .name("#waiting", awaitedName(night))
            .value(":limit", limit));
  }

  /** The night, if this entry of the waiting list was waited for, and the week has room. */
  Write takeAwaitedNight(Booking booking, String place, int limit) {
    Night night = Night.of(booking);
    return Write.update(
        week(night),
        Expression.of("SET #night = :bookingId REMOVE #waiting ADD #count :one")
            .name("#night", held(night))
            .name("#count", COUNT)
            .name("#waiting", awaitedName(night))
            .value(":bookingId", booking.bookingId())
            .value(":one", 1),
        Expression.of(NIGHT_IS_OPEN + " AND #waiting = :place")
            .value(":limit", limit)
            .value(":place", place));
  }

  /** The night given back; it goes on counting where it was given back late. */
  Write giveNightBack(Booking booking, boolean counts) {
    Night night = Night.of(booking);
    Expression update =
        counts
            ? Expression.of("REMOVE #night")
            : Expression.of("REMOVE #night ADD #count :minusOne")
                .name("#count", COUNT)
                .value(":minusOne", -1);
    return Write.update(
        week(night),
        update.name("#night", held(night)),
        Expression.of("#night = :bookingId").value(":bookingId", booking.bookingId()));
  }

  /**
   * An entry of a waiting list, if the night is neither held nor waited for, and the week has room.
   */
  Write wait(Night night, String place, int limit) {
    return Write.update(
        week(night),
        Expression.of("SET #waiting = :place")
            .name("#waiting", awaitedName(night))
            .value(":place", place),
        Expression.of(NIGHT_IS_OPEN + " AND attribute_not_exists(#waiting)")
            .name("#night", held(night))
            .name("#count", COUNT)
            .value(":limit", limit));
  }

  /** The place given up. */
  Write stopWaiting(Night night, String place) {
    return Write.update(
        week(night),
        Expression.of("REMOVE #waiting").name("#waiting", awaitedName(night)),
        Expression.of("#waiting = :place").value(":place", place));
  }

  /** The first filing of a booking in its holder's list. */
  Write file(Booking booking) {
    return Write.create(copy(booking), items.encode(booking));
  }

  /** The booking in its holder's list as it has become. */
  Write refile(Booking before, Booking after) {
    return Write.replace(
        copy(after),
        items.encode(after),
        Expression.of("version = :before").value(":before", before.version()));
  }

  /** Whether a week that stood in the way has the night held already. */
  public static boolean holdsNight(Map<String, AttributeValue> week, Night night) {
    return week.containsKey(held(night));
  }

  /** Whether a week that stood in the way has the night waited for. */
  public static boolean awaitsNight(Map<String, AttributeValue> week, Night night) {
    return week.containsKey(awaitedName(night));
  }

  private static Key week(Night night) {
    return new Key(
        partition(night.personId()),
        "WEEK#" + night.kind() + "#" + CountyTime.isoWeekOf(night.date()));
  }

  private static String held(Night night) {
    return "night-" + night.date();
  }

  private static String awaitedName(Night night) {
    return "waiting-" + night.date();
  }

  private static String partition(String personId) {
    return "STALL#PERSON#" + personId;
  }

  private static Key copy(Booking booking) {
    return new Key(
        partition(booking.personId()), BOOKING + booking.date() + "#" + booking.bookingId());
  }
}
