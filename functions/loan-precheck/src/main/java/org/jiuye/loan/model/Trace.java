package org.jiuye.loan.model;

import java.util.List;
import org.jiuye.shared.policy.Document;

/**
 * All that an answer stands on, so that the same one can be shown years later.
 *
 * @param facts as they were told
 * @param precheck what they came to
 * @param documents those that the answer cites, as they were known then
 */
public record Trace(Facts facts, Precheck precheck, List<Document> documents) {
  public Trace {
    documents = List.copyOf(documents);
  }
}
