package org.jiuye.local.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jiuye.local.lambda.Invocation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a function's answer to a batch says of its records. */
final class BatchVerdict {

  private static final JsonMapper JSON = new JsonMapper();

  private BatchVerdict() {}

  /**
   * The records that failed; all of them when the function failed, or answered what Lambda does not
   * accept.
   *
   * @param reports whether the mapping has {@code ReportBatchItemFailures}; without it an answer is
   *     not read
   * @param ids the batch's message ids or sequence numbers
   */
  static Set<String> failed(Invocation invocation, boolean reports, List<String> ids) {
    if (!(invocation instanceof Invocation.Succeeded(byte[] payload))) {
      return new LinkedHashSet<>(ids);
    }
    if (!reports || payload.length == 0) {
      return Set.of();
    }
    try {
      return reported(JSON.readTree(payload), ids);
    } catch (JacksonException exception) {
      return new LinkedHashSet<>(ids);
    }
  }

  private static Set<String> reported(JsonNode answer, List<String> ids) {
    JsonNode failures = answer.path("batchItemFailures");
    if (answer.isNull() || (answer.isObject() && (failures.isMissingNode() || failures.isNull()))) {
      return Set.of();
    }
    if (!failures.isArray()) {
      return new LinkedHashSet<>(ids);
    }
    Set<String> failed = new LinkedHashSet<>();
    for (JsonNode failure : failures) {
      JsonNode id = failure.path("itemIdentifier");
      if (!id.isString() || !ids.contains(id.stringValue())) {
        return new LinkedHashSet<>(ids);
      }
      failed.add(id.stringValue());
    }
    return failed;
  }
}
