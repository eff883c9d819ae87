package org.jiuye.stall.standing;

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
import org.jiuye.shared.table.Requirement;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.standing.model.Bar;
import org.jiuye.stall.standing.model.Strike;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A person's standing, in {@code STALL#PERSON#{personId}}: {@code STRIKE#{kind}#{date}#{bookingId}}
 * a night not come to, {@code STANDING#{kind}} the last bar, with {@code barredUntil} while it is
 * in force, {@code BAR#{kind}#{barId}} those before it, for the record.
 */
public final class StandingStore {
  private static final String BARRED_UNTIL = "barredUntil";

  private final Table table;
  private final Items items;

  StandingStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /** Holds while the person is not barred from a kind of site. */
  public Write isNotBarred(String personId, SiteKind kind, LocalDate today) {
    return new Write.Check(
        standing(personId, kind),
        Expression.of("attribute_not_exists(barredUntil) OR barredUntil <= :today")
            .value(":today", today.toString()));
  }

  /** A night not come to, noted once. */
  public Write strike(String personId, SiteKind kind, Strike strike) {
    return Write.create(key(personId, kind, strike), items.encode(strike));
  }

  /** All nights not come to, the earliest first. */
  List<Strike> strikes(String personId, SiteKind kind) {
    return table
        .queryAll(Query.of(person(personId), "STRIKE#" + kind + "#").asConsistent())
        .stream()
        .map(item -> items.decode(item, Strike.class))
        .toList();
  }

  /** The last bar. */
  Optional<Bar> bar(String personId, SiteKind kind) {
    return table.getConsistent(standing(personId, kind)).map(item -> items.decode(item, Bar.class));
  }

  /** Imposes a bar for strikes that count, if nothing has changed since they were read. */
  boolean impose(Optional<Bar> last, Bar bar, List<Strike> strikes, Event event) {
    Transaction transaction = new Transaction().and(put(last, bar, event));
    last.ifPresent(before -> transaction.and(keep(before)));
    strikes.forEach(
        strike -> transaction.and(become(bar, strike, Strike.State.COUNTED, Strike.State.USED)));
    return transaction.write(table).isWritten();
  }

  /**
   * Changes a bar, if it is as it was.
   *
   * @param excused the strikes that the county takes back
   */
  boolean change(
      Bar before, Bar after, List<Strike> excused, Event event, Optional<Requirement> record) {
    Transaction transaction = new Transaction().and(put(Optional.of(before), after, event));
    excused.forEach(
        strike -> transaction.and(become(after, strike, Strike.State.USED, Strike.State.EXCUSED)));
    return transaction.require(record).write(table).isWritten();
  }

  private Write put(Optional<Bar> before, Bar after, Event event) {
    Map<String, AttributeValue> item = Outbox.attach(items.encode(after), List.of(event));
    after
        .barredUntil()
        .ifPresent(until -> item.put(BARRED_UNTIL, AttributeValue.fromS(until.toString())));
    Key key = standing(after.personId(), after.kind());
    return before
        .map(
            last ->
                Write.replace(
                    key,
                    item,
                    Expression.of("version = :version AND barId = :barId")
                        .value(":version", last.version())
                        .value(":barId", last.barId())))
        .orElseGet(() -> Write.create(key, item));
  }

  private Write keep(Bar bar) {
    Key key = new Key(person(bar.personId()), "BAR#" + bar.kind() + "#" + bar.barId());
    return Write.create(key, items.encode(bar));
  }

  private Write become(Bar bar, Strike strike, Strike.State from, Strike.State to) {
    return Write.update(
        key(bar.personId(), bar.kind(), strike),
        Expression.of("SET #state = :to").name("#state", "state").value(":to", to.name()),
        Expression.of("#state = :from").value(":from", from.name()));
  }

  private static String person(String personId) {
    return "STALL#PERSON#" + personId;
  }

  private static Key standing(String personId, SiteKind kind) {
    return new Key(person(personId), "STANDING#" + kind);
  }

  private static Key key(String personId, SiteKind kind, Strike strike) {
    return new Key(
        person(personId), "STRIKE#" + kind + "#" + strike.date() + "#" + strike.bookingId());
  }
}
