package org.jiuye.stall.session;

import org.jiuye.shared.table.Transaction;

/** What a write of a transaction is about, by which a refusal is understood. */
public enum Part implements Transaction.Part {
  /** The stall: free, or as it was read. */
  STALL,
  /** The person's week: what is held and awaited in it, and whether there is room. */
  WEEK,
  /** The person's standing: whether the person is barred. */
  STANDING
}
