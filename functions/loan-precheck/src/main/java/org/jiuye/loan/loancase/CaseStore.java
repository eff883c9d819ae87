package org.jiuye.loan.loancase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.person.PersonCipher;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Outcome;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Requirement;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Transaction;
import org.jiuye.shared.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key, query and condition of loan cases.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Partition</th><th>Sort</th><th>What it is</th></tr>
 * <tr><td>LOAN#CASE#{loanCaseId}</td><td>CASE</td><td>a case, its trace sealed with the person's
 *     key</td></tr>
 * <tr><td>LOAN#PERSON#{personId}</td><td>CASE#{createdAt}#{loanCaseId}</td><td>a copy of the case
 *     without its trace, for the person's list</td></tr>
 * </table>
 */
public final class CaseStore {
  private static final String TRACE = "trace";
  private static final String CASE = "CASE#";

  private final Table table;
  private final Items items;
  private final PersonCipher cipher;

  public CaseStore(Table table, Items items, PersonCipher cipher) {
    this.table = table;
    this.items = items;
    this.cipher = cipher;
  }

  Optional<LoanCase> find(String loanCaseId) {
    return table.getConsistent(key(loanCaseId)).map(this::read);
  }

  /**
   * The trace of a case.
   *
   * @throws org.jiuye.shared.person.KeyGoneException where the person has been erased
   */
  Trace trace(LoanCase loanCase) {
    Key key = key(loanCase.loanCaseId());
    String sealed =
        table
            .getConsistent(key)
            .map(item -> Items.text(item, TRACE))
            .orElseThrow(() -> new IllegalStateException("A case has vanished"));
    return Packed.unpack(cipher.open(loanCase.personId(), key, TRACE, sealed), Trace.class);
  }

  /** A person's cases, newest first. */
  Slice ofPerson(String personId, PageRequest page) {
    Query query = Query.of(person(personId), CASE).descending().limit(page.limit());
    return table.query(
        page.after().filter(sort -> sort.startsWith(CASE)).map(query::after).orElse(query));
  }

  LoanCase read(Map<String, AttributeValue> item) {
    return items.decode(item, LoanCase.class);
  }

  /**
   * Keeps a new case.
   *
   * @param record the idempotency record, none or one
   */
  void open(LoanCase loanCase, Trace trace, Optional<Requirement> record) {
    Map<String, AttributeValue> item = items.encode(loanCase);
    Outcome outcome =
        new Transaction()
            .and(
                Write.create(
                    key(loanCase.loanCaseId()),
                    withTrace(new LinkedHashMap<>(item), loanCase, Packed.pack(trace))))
            .and(Write.create(personKey(loanCase), item))
            .require(record)
            .write(table);
    if (!outcome.isWritten()) {
      throw new IllegalStateException("A new case's id is taken");
    }
  }

  /**
   * Keeps the referral of a case to a bank, if the case has not changed since it was read.
   *
   * @param event the event that tells the bank and the caseworkers
   * @param record the idempotency record, none or one
   * @return false where somebody else was first
   */
  boolean refer(LoanCase before, LoanCase after, Event event, Optional<Requirement> record) {
    Map<String, AttributeValue> item = items.encode(after);
    Map<String, AttributeValue> told = Outbox.attach(new LinkedHashMap<>(item), List.of(event));
    Write refer =
        Write.update(
            key(before.loanCaseId()),
            Expression.of(
                    "SET referral = :referral, #version = :after, outbox = :outbox,"
                        + " outboxId = :outboxId")
                .name("#version", "version")
                .value(":referral", attribute(told, "referral"))
                .value(":after", after.version())
                .value(":outbox", attribute(told, "outbox"))
                .value(":outboxId", attribute(told, "outboxId")),
            versionIs(before.version()));
    return new Transaction()
        .and(refer)
        .and(Write.replace(personKey(after), item, versionIs(before.version())))
        .require(record)
        .write(table)
        .isWritten();
  }

  private Map<String, AttributeValue> withTrace(
      Map<String, AttributeValue> item, LoanCase loanCase, String trace) {
    item.put(
        TRACE,
        AttributeValue.fromS(
            cipher.seal(loanCase.personId(), key(loanCase.loanCaseId()), TRACE, trace)));
    return item;
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).orElseThrow();
  }

  private static Expression versionIs(long version) {
    return Expression.of("#version = :version")
        .name("#version", "version")
        .value(":version", version);
  }

  private static Key key(String loanCaseId) {
    return new Key("LOAN#CASE#" + loanCaseId, "CASE");
  }

  private static String person(String personId) {
    return "LOAN#PERSON#" + personId;
  }

  private static Key personKey(LoanCase loanCase) {
    Instant createdAt = loanCase.createdAt();
    return new Key(
        person(loanCase.personId()), CASE + createdAt.toEpochMilli() + "#" + loanCase.loanCaseId());
  }
}
