package org.jiuye.stall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.http.PageRequest;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Verdict;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.model.Employer;
import org.jiuye.stall.model.EmployerState;
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
 * </table>
 */
final class EmployerStore {
  private static final String PENDING = "STALL#EMPLOYERS#PENDING";
  private static final int EMPLOYER = 0;

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
   * @param record the idempotency record, none or one
   */
  Saved save(Optional<Employer> before, Employer after, List<Write> record) {
    Map<String, AttributeValue> item = items.encode(after);
    List<Write> writes = new ArrayList<>();
    writes.add(
        before
            .map(read -> Write.replace(key(after.creditCode()), item, asItWas(read)))
            .orElseGet(() -> Write.create(key(after.creditCode()), item)));
    Optional<Key> listed = before.filter(EmployerStore::isPending).map(EmployerStore::pendingKey);
    Optional<Key> toBeListed =
        Optional.of(after).filter(EmployerStore::isPending).map(EmployerStore::pendingKey);
    listed
        .filter(key -> !toBeListed.equals(Optional.of(key)))
        .ifPresent(key -> writes.add(new Write.Delete(key, Optional.empty())));
    toBeListed.ifPresent(key -> writes.add(new Write.Put(key, item, Optional.empty())));
    writes.addAll(record);
    Verdict verdict = table.write(writes);
    if (verdict.isWritten()) {
      return Saved.WRITTEN;
    }
    return verdict.isRefused(EMPLOYER) ? Saved.CHANGED_BEFORE : Saved.REPEATED;
  }

  /** What became of a change. */
  enum Saved {
    WRITTEN,
    /** Somebody else changed the employer first. */
    CHANGED_BEFORE,
    /** A request under the same idempotency key was first. */
    REPEATED
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

  private static Key pendingKey(Employer employer) {
    return new Key(PENDING, employer.registeredAt() + "#" + employer.creditCode());
  }
}
