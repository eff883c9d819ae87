package org.jiuye.stall.session;

import java.time.LocalDate;
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
import org.jiuye.stall.site.model.Session;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What schedules look for: {@code STALL#DUE#{date}} / {@code {siteId}} the sessions of a date that
 * have a waiting list, a closure or a stall that was given back; {@code STALL#SETTLED} / {@code
 * {siteId}} the last night of a site of which every booking is final; {@code
 * STALL#ANNOUNCEMENTS#{siteId}} / {@code {date}} what was announced of a session.
 */
public final class DueStore {
  private static final String THROUGH = "settledThrough";

  private final Table table;
  private final Items items;

  DueStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /**
   * Notes that a session is to be looked after; written before what makes it so. Mostly it is noted
   * already, and all that come after the first only read.
   */
  public void note(Session session) {
    Key key = due(session.date(), session.site().siteId());
    if (table.get(key).isEmpty()) {
      table.write(
          Write.create(key, Map.of("siteId", AttributeValue.fromS(session.site().siteId()))));
    }
  }

  /** The sites whose session of a date is to be looked after. */
  public List<String> sites(LocalDate date) {
    return table.queryAll(Query.of("STALL#DUE#" + date).asConsistent()).stream()
        .map(item -> Items.text(item, "siteId"))
        .toList();
  }

  /** The last night of which every booking of a site is final. */
  public Optional<LocalDate> settledThrough(String siteId) {
    return table
        .getConsistent(settled(siteId))
        .map(item -> LocalDate.parse(Items.text(item, THROUGH)));
  }

  /** Notes that every booking of a night, and of all before, is final. */
  public void settle(String siteId, LocalDate date) {
    table.write(
        Write.update(
            settled(siteId),
            Expression.of("SET settledThrough = :date").value(":date", date.toString()),
            Expression.of("attribute_not_exists(settledThrough) OR settledThrough < :date")));
  }

  /** Notes once how a session was booked, with the event that tells of it. */
  public boolean announce(Announcement announcement, Event event) {
    Key key =
        new Key("STALL#ANNOUNCEMENTS#" + announcement.siteId(), announcement.date().toString());
    return table
        .write(Write.create(key, Outbox.attach(items.encode(announcement), List.of(event))))
        .isWritten();
  }

  /**
   * How a session was booked when it was announced.
   *
   * @param booked stalls held
   * @param stalls stalls there are
   */
  public record Announcement(String siteId, LocalDate date, int booked, int stalls) {}

  private static Key due(LocalDate date, String siteId) {
    return new Key("STALL#DUE#" + date, siteId);
  }

  private static Key settled(String siteId) {
    return new Key("STALL#SETTLED", siteId);
  }
}
