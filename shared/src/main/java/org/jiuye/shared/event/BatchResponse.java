package org.jiuye.shared.event;

import java.util.List;
import org.jiuye.shared.json.Json;

/**
 * Which records of a batch must be delivered again, as Lambda's event sources take it ({@code
 * ReportBatchItemFailures}).
 */
public record BatchResponse(List<Failure> batchItemFailures) {
  /** The message id of a queue's message, or the sequence number of a stream's record. */
  public record Failure(String itemIdentifier) {}

  /** The answer that names these records as failed. */
  public static byte[] failed(List<String> identifiers) {
    return Json.MAPPER.writeValueAsBytes(
        new BatchResponse(identifiers.stream().map(Failure::new).toList()));
  }
}
