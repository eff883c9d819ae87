package org.jiuye.local.source;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Hears of records of a stream that are not tried again. */
interface GivenUp {

  /** Why records are given up. */
  enum Reason {
    RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
    RECORD_AGE_EXCEEDED("RecordAgeExceeded");

    private final String condition;

    Reason(String condition) {
      this.condition = condition;
    }

    /** Lambda's word for it. */
    String condition() {
      return condition;
    }
  }

  /**
   * Records have been given up.
   *
   * @param invocations how often the function was called with them
   */
  void report(String shardId, List<Record> records, Reason reason, int invocations);
}
