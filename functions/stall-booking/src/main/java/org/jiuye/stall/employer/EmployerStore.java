package org.jiuye.stall.employer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.event.Event;
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
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.employer.model.EmployerState;
import org.jiuye.stall.employer.model.Withdrawal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Employers of the job market.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Partition</th><th>Sort</th><th>What it is</th></tr>
 * <tr><td>STALL#EMPLOYER#{creditCode}</td><td>EMPLOYER</td><td>the employer</td></tr>
 * <tr><td>STALL#EMPLOYERS#PENDING</td><td>{registeredAt}#{creditCode}</td>
 *     <td>the employer once more while it waits for a caseworker, the oldest first</td></tr>
 * <tr><td>STALL#EMPLOYERS#WITHDRAWALS</td><td>{creditCode}#{personId}</td>
 *     <td>a rejected employer whose coming stalls may not all have ended yet</td></tr>
 * </table>
 */
public final class EmployerStore {
  private static final String PENDING = "STALL#EMPLOYERS#PENDING";
  private static final String WITHDRAWALS = "STALL#EMPLOYERS#WITHDRAWALS";

  private final Table table;
  private final Items items;

  EmployerStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  Optional<Employer> find(String creditCode) {
    return table.getConsistent(key(creditCode)).map(this::read);
  }

  /** Those that wait for a caseworker, the oldest first. */
  Slice pending(PageRequest page) {
    Query query = Query.of(PENDING).limit(page.limit());
    return table.query(page.after().map(query::after).orElse(query));
  }

  Employer read(Map<String, AttributeValue> item) {
    return items.decode(item, Employer.class);
  }

  /**
   * Keeps a change of an employer, if it stands as it was read, and of what waits for a caseworker.
   *
   * @param before empty where it is registered for the first time
   * @param event what others must hear of it, none or one
   * @param record the idempotency record, none or one
   * @return false where somebody else changed the employer first
   */
  boolean save(
      Optional<Employer> before,
      Employer after,
      Optional<Event> event,
      Optional<Requirement> record) {
    Map<String, AttributeValue> copy = items.encode(after);
    Map<String, AttributeValue> item = new LinkedHashMap<>(copy);
    event.ifPresent(told -> Outbox.attach(item, List.of(told)));
    Transaction transaction = new Transaction();
    transaction.and(
        before
            .map(read -> Write.replace(key(after.creditCode()), item, asItWas(read)))
            .orElseGet(() -> Write.create(key(after.creditCode()), item)));
    Optional<Key> listed = before.filter(EmployerStore::isPending).map(EmployerStore::pendingKey);
    Optional<Key> toBeListed =
        Optional.of(after).filter(EmployerStore::isPending).map(EmployerStore::pendingKey);
    listed
        .filter(key -> !toBeListed.equals(Optional.of(key)))
        .ifPresent(key -> transaction.and(new Write.Delete(key, Optional.empty())));
    toBeListed.ifPresent(key -> transaction.and(new Write.Put(key, copy, Optional.empty())));
    Withdrawal.of(after)
        .ifPresent(
            due -> transaction.and(new Write.Put(key(due), items.encode(due), Optional.empty())));
    return transaction.require(record).write(table).isWritten();
  }

  /** Those whose coming stalls may not all have ended yet. */
  public List<Withdrawal> withdrawals() {
    return table.queryAll(Query.of(WITHDRAWALS).asConsistent()).stream()
        .map(item -> items.decode(item, Withdrawal.class))
        .toList();
  }

  /** Notes that a rejected employer has no coming stall any more. */
  public void finish(Withdrawal withdrawal) {
    table.write(
        Write.delete(
            key(withdrawal),
            Expression.of("employerVersion = :version")
                .value(":version", withdrawal.employerVersion())));
  }

  /** Lets a transaction happen only while an employer is not verified. */
  public static Write isNotVerified(String creditCode) {
    return new Write.Check(
        key(creditCode),
        Expression.of("#state <> :verified")
            .name("#state", "state")
            .value(":verified", EmployerState.VERIFIED.name()));
  }

  /** Lets a transaction happen only while an employer is verified and acts through a person. */
  static Write isVerified(Employer employer) {
    return new Write.Check(
        key(employer.creditCode()),
        Expression.of("#state = :verified AND personId = :personId")
            .name("#state", "state")
            .value(":verified", EmployerState.VERIFIED.name())
            .value(":personId", employer.personId()));
  }

  private static boolean isPending(Employer employer) {
    return employer.state() == EmployerState.PENDING;
  }

  private static Expression asItWas(Employer employer) {
    return Expression.of("version = :version").value(":version", employer.version());
  }

  private static Key key(String creditCode) {
    return new Key("STALL#EMPLOYER#" + creditCode, "EMPLOYER");
  }

  private static Key key(Withdrawal withdrawal) {
    return new Key(WITHDRAWALS, withdrawal.creditCode() + "#" + withdrawal.personId());
  }

  private static Key pendingKey(Employer employer) {
    return new Key(PENDING, employer.registeredAt() + "#" + employer.creditCode());
  }
}
