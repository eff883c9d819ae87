package org.jiuye.emulators.gateway;

import java.util.Optional;
import java.util.Set;

/**
 * A request that arrived at the gateway.
 *
 * @param operation for example {@code PutItem}
 * @param functionLogicalId the function whose key signed it, empty for the administrator
 */
public record ServiceCall(Service service, String operation, Optional<String> functionLogicalId) {

  private static final Set<String> SINGLE_WRITES = Set.of("PutItem", "UpdateItem", "DeleteItem");

  /** What is called. */
  public enum Service {
    /** Tables. */
    DYNAMO_DB,
    /** Tables' streams. */
    DYNAMO_DB_STREAMS,
    /** Queues. */
    SQS
  }

  /** Whether it writes items, by themselves or in a transaction. */
  public boolean isItemWrite() {
    return isSingleWrite() || isTransactionalWrite();
  }

  boolean isSingleWrite() {
    return service == Service.DYNAMO_DB && SINGLE_WRITES.contains(operation);
  }

  boolean isTransactionalWrite() {
    return service == Service.DYNAMO_DB && operation.equals("TransactWriteItems");
  }
}
