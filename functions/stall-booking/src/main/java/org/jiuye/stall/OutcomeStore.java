package org.jiuye.stall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.jiuye.stall.model.Hire;
import org.jiuye.stall.model.Outcome;
import org.jiuye.stall.model.Site;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What came of bookings at the job market.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Partition</th><th>Sort</th><th>What it is</th></tr>
 * <tr><td>STALL#OUTCOME#{bookingId}</td><td>OUTCOME</td><td>the employer's last report</td></tr>
 * <tr><td>STALL#OUTCOME#{bookingId}</td><td>HIRE#{hireId}</td><td>a hire</td></tr>
 * <tr><td>STALL#PERSON#{personId}</td><td>HIRE#{date}#{bookingId}</td>
 *     <td>the hire once more, for the worker; one a person and booking</td></tr>
 * </table>
 */
final class OutcomeStore {
  private static final String OUTCOME = "OUTCOME";
  private static final String HIRE = "HIRE#";

  private final Table table;
  private final Items items;

  OutcomeStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /** What is known of a booking's outcome. */
  record Found(Optional<Outcome> outcome, List<Hire> hires) {}

  Found find(String bookingId) {
    Optional<Outcome> outcome = Optional.empty();
    List<Hire> hires = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.queryAll(Query.of(partition(bookingId)).asConsistent())) {
      if (Items.text(item, Key.SORT).equals(OUTCOME)) {
        outcome = Optional.of(items.decode(item, Outcome.class));
      } else {
        hires.add(read(item));
      }
    }
    return new Found(outcome, hires);
  }

  /** The last report of a booking. */
  Optional<Outcome> outcome(String bookingId) {
    return table
        .getConsistent(new Key(partition(bookingId), OUTCOME))
        .map(item -> items.decode(item, Outcome.class));
  }

  Optional<Hire> hire(String hireId) {
    return bookingIdOf(hireId)
        .flatMap(bookingId -> table.getConsistent(new Key(partition(bookingId), HIRE + hireId)))
        .map(this::read);
  }

  /** A person's hires, the latest first. */
  Slice hiresOf(String personId, PageRequest page) {
    Query query = Query.of(person(personId), HIRE).descending().limit(page.limit());
    return table.query(page.after().map(query::after).orElse(query));
  }

  Hire read(Map<String, AttributeValue> item) {
    return items.decode(item, Hire.class);
  }

  /**
   * What became of a report.
   *
   * @param known the positions of the hires whose person is a hire of this booking already
   */
  record Reported(boolean isWritten, boolean isChangedBefore, List<Integer> known) {}

  /**
   * Keeps a report and its new hires, if nothing was reported since it was read; who is named in
   * one is told.
   *
   * @param record the idempotency record, none or one
   */
  Reported report(
      Optional<Outcome> before, Outcome after, List<Hire> hires, Site site, List<Write> record) {
    Key key = new Key(partition(after.bookingId()), OUTCOME);
    Map<String, AttributeValue> item = items.encode(after);
    List<Write> writes = new ArrayList<>();
    writes.add(
        before
            .map(
                read ->
                    Write.replace(
                        key,
                        item,
                        Expression.of("version = :version").value(":version", read.version())))
            .orElseGet(() -> Write.create(key, item)));
    List<Integer> positions = new ArrayList<>();
    for (Hire hire : hires) {
      Map<String, AttributeValue> encoded = items.encode(hire);
      Map<String, AttributeValue> told = new LinkedHashMap<>(encoded);
      EmployerEvents.reported(hire, site).ifPresent(event -> Outbox.attach(told, List.of(event)));
      writes.add(Write.create(key(hire), told));
      positions.add(writes.size());
      workersCopy(hire).ifPresent(copy -> writes.add(Write.create(copy, encoded)));
    }
    writes.addAll(record);
    Verdict verdict = table.write(writes);
    List<Integer> known = new ArrayList<>();
    for (int index = 0; index < hires.size(); index++) {
      if (hires.get(index).personId().isPresent() && verdict.isRefused(positions.get(index))) {
        known.add(index);
      }
    }
    return new Reported(verdict.isWritten(), verdict.isRefused(0), known);
  }

  /**
   * Keeps what was decided about a hire, if nobody decided before.
   *
   * @param record the idempotency record, none or one
   */
  Decided decide(Hire before, Hire after, List<Write> record) {
    Expression asItWas = Expression.of("version = :version").value(":version", before.version());
    Map<String, AttributeValue> item = items.encode(after);
    List<Write> writes = new ArrayList<>();
    writes.add(Write.replace(key(after), item, asItWas));
    workersCopy(after).ifPresent(copy -> writes.add(Write.replace(copy, item, asItWas)));
    writes.addAll(record);
    Verdict verdict = table.write(writes);
    if (verdict.isWritten()) {
      return Decided.WRITTEN;
    }
    return verdict.isRefused(0) ? Decided.BEFORE : Decided.REPEATED;
  }

  /** What became of a decision. */
  enum Decided {
    WRITTEN,
    /** Somebody decided before. */
    BEFORE,
    /** A request under the same idempotency key was first. */
    REPEATED
  }

  /** The id of a new hire, which tells where it is kept. */
  static String newHireId(String bookingId) {
    return bookingId + "." + Nonce.next();
  }

  private static Optional<String> bookingIdOf(String hireId) {
    int end = hireId.lastIndexOf('.');
    return end < 1 ? Optional.empty() : Optional.of(hireId.substring(0, end));
  }

  private static String partition(String bookingId) {
    return "STALL#OUTCOME#" + bookingId;
  }

  private static String person(String personId) {
    return "STALL#PERSON#" + personId;
  }

  private static Key key(Hire hire) {
    return new Key(partition(hire.bookingId()), HIRE + hire.hireId());
  }

  private static Optional<Key> workersCopy(Hire hire) {
    return hire.personId()
        .map(worker -> new Key(person(worker), HIRE + hire.date() + "#" + hire.bookingId()));
  }
}
