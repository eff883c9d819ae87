package org.jiuye.stall;

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
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.SiteKind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is kept by person: the list of bookings, and the week that says which nights are held or
 * waited for and how many count. One update of the week decides one stall a night and the weekly
 * limit.
 */
final class PersonStore {
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

  /** Whose night it is. */
  record Night(String personId, SiteKind kind, LocalDate date) {
    static Night of(Booking booking) {
      return new Night(booking.personId(), booking.kind(), booking.date());
    }

    private Key week() {
      return new Key(partition(personId), "WEEK#" + kind + "#" + CountyTime.isoWeekOf(date));
    }

    private String held() {
      return "night-" + date;
    }

    private String awaited() {
      return "waiting-" + date;
    }
  }

  /**
   * A person's bookings, the latest night first. One Query, where none is passed over.
   *
   * @param shown what the page may show; it ends at one of these, so that it tells of no other
   */
  Slice bookings(String personId, PageRequest page, Predicate<Booking> shown) {
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
  List<Booking> bookingsFrom(String personId, LocalDate date) {
    return table.queryAll(Query.from(partition(personId), BOOKING + date).asConsistent()).stream()
        .filter(item -> Key.of(item).sort().startsWith(BOOKING))
        .map(this::read)
        .toList();
  }

  Booking read(Map<String, AttributeValue> item) {
    return items.decode(item, Booking.class);
  }

  /** The place in a queue that a person has for a night, as {@link #wait} noted it. */
  Optional<String> awaited(Night night) {
    return table
        .getConsistent(night.week())
        .flatMap(item -> Optional.ofNullable(item.get(night.awaited())))
        .map(AttributeValue::s);
  }

  /** The night, if neither held nor waited for, and the week has room. */
  Write takeNight(Booking booking, int limit) {
    Night night = Night.of(booking);
    return Write.update(
        night.week(),
        Expression.of("SET #night = :bookingId ADD #count :one")
            .name("#night", night.held())
            .name("#count", COUNT)
            .value(":bookingId", booking.bookingId())
            .value(":one", 1),
        Expression.of(NIGHT_IS_OPEN + " AND attribute_not_exists(#waiting)")
            .name("#waiting", night.awaited())
            .value(":limit", limit));
  }

  /** The night, if this place in the queue was waited for, and the week has room. */
  Write takeAwaitedNight(Booking booking, String place, int limit) {
    Night night = Night.of(booking);
    return Write.update(
        night.week(),
        Expression.of("SET #night = :bookingId REMOVE #waiting ADD #count :one")
            .name("#night", night.held())
            .name("#count", COUNT)
            .name("#waiting", night.awaited())
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
        night.week(),
        update.name("#night", night.held()),
        Expression.of("#night = :bookingId").value(":bookingId", booking.bookingId()));
  }

  /** A place in a queue, if the night is neither held nor waited for, and the week has room. */
  Write wait(Night night, String place, int limit) {
    return Write.update(
        night.week(),
        Expression.of("SET #waiting = :place")
            .name("#waiting", night.awaited())
            .value(":place", place),
        Expression.of(NIGHT_IS_OPEN + " AND attribute_not_exists(#waiting)")
            .name("#night", night.held())
            .name("#count", COUNT)
            .value(":limit", limit));
  }

  /** The place given up. */
  Write stopWaiting(Night night, String place) {
    return Write.update(
        night.week(),
        Expression.of("REMOVE #waiting").name("#waiting", night.awaited()),
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
  static boolean holdsNight(Map<String, AttributeValue> week, Night night) {
    return week.containsKey(night.held());
  }

  /** Whether a week that stood in the way has the night waited for. */
  static boolean awaitsNight(Map<String, AttributeValue> week, Night night) {
    return week.containsKey(night.awaited());
  }

  static String partition(String personId) {
    return "STALL#PERSON#" + personId;
  }

  private static Key copy(Booking booking) {
    return new Key(
        partition(booking.personId()), BOOKING + booking.date() + "#" + booking.bookingId());
  }
}
