package org.jiuye.shared.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A parameter as the seeds give it: a value with its document, or the reason why nobody could find
 * the value.
 *
 * @param unset the reason by language tag
 * @param documentId the document that gives the value, or that should give it
 * @param place where in the document
 */
record Parameter(
    Optional<JsonNode> value,
    Optional<Map<String, String>> unset,
    @JsonProperty("document") Optional<String> documentId,
    Optional<String> place) {
  Parameter {
    // Jackson reads an absent node as a node that says that it is missing.
    value = value.filter(node -> !node.isNull() && !node.isMissingNode());
    if (value.isPresent() == unset.isPresent()) {
      throw new IllegalArgumentException(
          "A parameter has either a value or the reason why it has none");
    }
  }
}
