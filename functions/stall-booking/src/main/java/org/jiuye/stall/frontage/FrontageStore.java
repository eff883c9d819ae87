package org.jiuye.stall.frontage;

import java.time.LocalDate;
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
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontagePlace;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key, query and condition of the shopfronts.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Partition</th><th>Sort</th><th>What it is</th></tr>
 * <tr><td>STALL#FRONTAGE-POLICIES</td><td>POLICY#{policyId}#{version}</td>
 *     <td>rules of a site, seeded</td></tr>
 * <tr><td>STALL#FRONTAGES#{siteId}</td><td>PLACE#{stallNo}</td>
 *     <td>who declared the place for which nights</td></tr>
 * <tr><td>STALL#PERSON#{personId}</td><td>FRONTAGE#{from}#{frontageId}</td>
 *     <td>the declaration once more, for its holder</td></tr>
 * <tr><td>STALL#FRONTAGE#{frontageId}</td><td>FRONTAGE</td><td>a declaration</td></tr>
 * <tr><td>STALL#FRONTAGE#{frontageId}</td><td>STEP#{version}</td><td>what happened to it</td></tr>
 * </table>
 */
final class FrontageStore {
  private static final String PLACE = "PLACE#";
  private static final String FRONTAGE = "FRONTAGE";
  private static final String OWN = "FRONTAGE#";
  private static final String STEP = "STEP#";
  private static final String CLAIM_STANDS = "attribute_exists(claims.#frontageId)";

  private final Table table;
  private final Items items;

  FrontageStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /** Which policy holds at a site; empty for sites that have no frontages. */
  record SiteRules(String siteId, Optional<String> frontagePolicyId) {}

  /** A frontage with all its steps, the oldest first. */
  record History(Frontage frontage, List<FrontageStep> steps) {}

  List<SiteRules> siteRules() {
    return table.queryAll(Query.of("STALL#SITES", "SITE#")).stream()
        .map(item -> items.decode(item, SiteRules.class))
        .toList();
  }

  List<FrontagePolicy> policies() {
    return table.queryAll(Query.of("STALL#FRONTAGE-POLICIES", "POLICY#")).stream()
        .map(item -> items.decode(item, FrontagePolicy.class))
        .toList();
  }

  /** A person's frontages, the latest season first. */
  Slice frontagesOf(String personId, PageRequest page) {
    Query query = Query.of(person(personId), OWN).descending().limit(page.limit());
    return table.query(
        page.after().filter(sort -> sort.startsWith(OWN)).map(query::after).orElse(query));
  }

  Frontage read(Map<String, AttributeValue> item) {
    return items.decode(item, Frontage.class);
  }

  /** A page of a site's places that were ever declared, in the order of their numbers. */
  Slice places(String siteId, PageRequest page) {
    Query query = Query.of(site(siteId), PLACE).limit(page.limit());
    return table.query(
        page.after().filter(sort -> sort.startsWith(PLACE)).map(query::after).orElse(query));
  }

  FrontagePlace readPlace(Map<String, AttributeValue> item) {
    return items.decode(item, FrontagePlace.class);
  }

  /** A place as it stands. */
  FrontagePlace place(String siteId, String stallNo) {
    return table
        .getConsistent(placeKey(siteId, stallNo))
        .map(this::readPlace)
        .orElseGet(() -> FrontagePlace.unclaimed(siteId, stallNo));
  }

  Optional<Frontage> frontage(String frontageId) {
    return table.getConsistent(frontageKey(frontageId)).map(this::read);
  }

  /** A frontage and what happened to it. One Query. */
  Optional<History> history(String frontageId) {
    List<Map<String, AttributeValue>> all =
        table.queryAll(Query.of(partition(frontageId)).asConsistent());
    List<FrontageStep> steps =
        all.stream()
            .filter(item -> Key.of(item).sort().startsWith(STEP))
            .map(item -> items.decode(item, FrontageStep.class))
            .toList();
    return all.stream()
        .filter(item -> Key.of(item).sort().equals(FRONTAGE))
        .findAny()
        .map(item -> new History(read(item), steps));
  }

  /**
   * Declares a frontage, if its place still stands as it was read and its shop is verified.
   *
   * @param place as it was read
   * @param verified that the shop for which the holder acts is verified
   * @param record the idempotency record, none or one
   * @return false where the place has changed
   */
  boolean declare(
      FrontagePlace place,
      Frontage frontage,
      FrontageStep step,
      LocalDate tonight,
      Requirement verified,
      Optional<Requirement> record) {
    Key key = placeKey(place.siteId(), place.stallNo());
    Map<String, AttributeValue> after = items.encode(place.declaredBy(frontage, tonight));
    return new Transaction()
        .and(
            place.version() == 0
                ? Write.create(key, after)
                : Write.replace(key, after, versionIs(place.version())))
        .and(Write.create(frontageKey(frontage.frontageId()), items.encode(frontage)))
        .and(Write.create(stepKey(frontage), items.encode(step)))
        .and(holdersCopy(frontage))
        .require(record)
        .require(verified)
        .write(table)
        .isWritten();
  }

  /**
   * Takes a step, if the frontage still stands as it was read.
   *
   * @param before as it was read
   * @param event what others must hear of it, none or one
   * @param record the idempotency record, none or one
   * @return false where it has changed
   */
  boolean change(
      Frontage before,
      Frontage after,
      FrontageStep step,
      Optional<Event> event,
      Optional<Requirement> record) {
    Map<String, AttributeValue> item = items.encode(after);
    event.ifPresent(told -> Outbox.attach(item, List.of(told)));
    return new Transaction()
        .and(changeClaim(after))
        .and(Write.replace(frontageKey(after.frontageId()), item, versionIs(before.version())))
        .and(Write.create(stepKey(after), items.encode(step)))
        .and(holdersCopy(after))
        .require(record)
        .write(table)
        .isWritten();
  }

  /** What the place shows of a frontage; one that has ended leaves its nights to others. */
  private Write changeClaim(Frontage after) {
    Expression update =
        after.state() == FrontageState.ENDED
            ? Expression.of("REMOVE claims.#frontageId ADD #version :one")
            : Expression.of("SET claims.#frontageId = :claim ADD #version :one")
                .value(":claim", AttributeValue.fromM(items.encode(after.claim())));
    return Write.update(
        placeKey(after.siteId(), after.stallNo()),
        update.name("#frontageId", after.frontageId()).name("#version", "version").value(":one", 1),
        Expression.of(CLAIM_STANDS).name("#frontageId", after.frontageId()));
  }

  private Write holdersCopy(Frontage frontage) {
    Key key =
        new Key(
            person(frontage.personId()),
            OWN + frontage.nights().from() + "#" + frontage.frontageId());
    return new Write.Put(key, items.encode(frontage), Optional.empty());
  }

  private static Expression versionIs(long version) {
    return Expression.of("#version = :version")
        .name("#version", "version")
        .value(":version", version);
  }

  private static Key placeKey(String siteId, String stallNo) {
    return new Key(site(siteId), PLACE + stallNo);
  }

  private static String person(String personId) {
    return "STALL#PERSON#" + personId;
  }

  private static String site(String siteId) {
    return "STALL#FRONTAGES#" + siteId;
  }

  private static String partition(String frontageId) {
    return "STALL#FRONTAGE#" + frontageId;
  }

  private static Key frontageKey(String frontageId) {
    return new Key(partition(frontageId), FRONTAGE);
  }

  private static Key stepKey(Frontage after) {
    return new Key(partition(after.frontageId()), STEP + "%08d".formatted(after.version()));
  }
}
