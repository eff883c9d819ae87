package org.jiuye.shared.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A parameter as the seeds have it: a value with the document that gives it, or nothing, with the
 * reason why nobody could find it.
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
    // A node that is not there is read as one that says so.
    value = value.filter(node -> !node.isNull() && !node.isMissingNode());
    if (value.isPresent() == unset.isPresent()) {
      throw new IllegalArgumentException("A parameter has a value, or the reason why not");
    }
  }
}
