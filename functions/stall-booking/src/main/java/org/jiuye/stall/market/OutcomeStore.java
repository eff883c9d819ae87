package org.jiuye.stall.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Requirement;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.Outcome;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.site.model.Site;
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
   * @param known the indices of the hires whose person is a hire of this booking already
   */
  record Reported(boolean isWritten, List<Integer> known) {}

  /** The worker's own copy of a hire, by the hire's index in the report. */
  private record WorkersCopy(int index) implements Transaction.Part {}

  /**
   * Keeps a report and its new hires, if nothing was reported since it was read; who is named in
   * one is told.
   *
   * @param record the idempotency record, none or one
   */
  Reported report(
      Optional<Outcome> before,
      Outcome after,
      List<Hire> hires,
      Site site,
      Optional<Requirement> record) {
    Key key = new Key(partition(after.bookingId()), OUTCOME);
    Map<String, AttributeValue> item = items.encode(after);
    Transaction transaction = new Transaction();
    transaction.and(
        before
            .map(
                read ->
                    Write.replace(
                        key,
                        item,
                        Expression.of("version = :version").value(":version", read.version())))
            .orElseGet(() -> Write.create(key, item)));
    for (int index = 0; index < hires.size(); index++) {
      Hire hire = hires.get(index);
      Map<String, AttributeValue> encoded = items.encode(hire);
      Map<String, AttributeValue> told = new LinkedHashMap<>(encoded);
      HireEvents.reported(hire, site).ifPresent(event -> Outbox.attach(told, List.of(event)));
      transaction.and(Write.create(key(hire), told));
      Transaction.Part part = new WorkersCopy(index);
      workersCopy(hire).ifPresent(copy -> transaction.with(part, Write.create(copy, encoded)));
    }
    var written = transaction.require(record).write(table);
    List<Integer> known =
        IntStream.range(0, hires.size())
            .filter(index -> written.isRefused(new WorkersCopy(index)))
            .boxed()
            .toList();
    return new Reported(written.isWritten(), known);
  }

  /**
   * Keeps what was decided about a hire, if nobody decided before.
   *
   * @param record the idempotency record, none or one
   * @return false where somebody decided before
   */
  boolean decide(Hire before, Hire after, Optional<Requirement> record) {
    Expression asItWas = Expression.of("version = :version").value(":version", before.version());
    Map<String, AttributeValue> item = items.encode(after);
    Transaction transaction = new Transaction().and(Write.replace(key(after), item, asItWas));
    workersCopy(after).ifPresent(copy -> transaction.and(Write.replace(copy, item, asItWas)));
    return transaction.require(record).write(table).isWritten();
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
