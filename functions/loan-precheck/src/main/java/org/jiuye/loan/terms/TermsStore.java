package org.jiuye.loan.terms;

import java.util.List;
import org.jiuye.shared.policy.Document;
import org.jiuye.shared.policy.PolicyVersion;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Table;

/**
 * Reads what the seeds hold about loans, and the county.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Partition</th><th>Sort</th><th>What it is</th></tr>
 * <tr><td>LOAN#POLICIES</td><td>POLICY#{policyId}</td><td>a version of a product's terms</td></tr>
 * <tr><td>LOAN#DOCUMENTS</td><td>DOCUMENT#{documentId}</td><td>a document</td></tr>
 * <tr><td>LOAN#BANKS</td><td>BANK#{bankId}</td><td>a bank</td></tr>
 * <tr><td>LOAN#PAPERS</td><td>PAPER#{paperId}</td><td>a paper to bring</td></tr>
 * <tr><td>COUNTY#COUNTY</td><td>COUNTY</td><td>the county</td></tr>
 * </table>
 */
public final class TermsStore {
  private final Table table;
  private final Items items;

  public TermsStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  record County(String code) {}

  List<PolicyVersion> policies() {
    return all("LOAN#POLICIES", PolicyVersion.class);
  }

  List<Document> documents() {
    return all("LOAN#DOCUMENTS", Document.class);
  }

  List<Bank> banks() {
    return all("LOAN#BANKS", Bank.class);
  }

  List<Paper> papers() {
    return all("LOAN#PAPERS", Paper.class);
  }

  /** The county's code. */
  String county() {
    return table
        .get(new Key("COUNTY#COUNTY", "COUNTY"))
        .map(item -> items.decode(item, County.class).code())
        .orElseThrow(() -> new IllegalStateException("The county's seeds are not loaded"));
  }

  private <T> List<T> all(String partition, Class<T> type) {
    return table.queryAll(Query.of(partition)).stream()
        .map(item -> items.decode(item, type))
        .toList();
  }
}
