package org.jiuye.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all operations have in common: {@code frame.yaml}. */
record Frame(Part part) {
  private static final String OPERATIONS = "x-operations";
  private static final String GATEWAY = "x-gateway-answers";

  /** The codes of all problems that an operation may answer: the common ones and its own. */
  List<String> problems(Part.Operation operation) {
    return all(operation, "problems", operation.ownProblems());
  }

  /** The names of the parameters that an operation takes because others like it do. */
  List<String> parameters(Part.Operation operation) {
    return all(operation, "parameters", List.of());
  }

  private List<String> all(Part.Operation operation, String what, List<String> own) {
    Set<String> found = new LinkedHashSet<>(common("every", what));
    if (operation.isGuarded()) {
      found.addAll(common("guarded", what));
    }
    if (operation.takesBody()) {
      found.addAll(common("withBody", what));
    }
    found.addAll(own);
    if (operation.isGuarded() && operation.method().equals("post")) {
      found.addAll(common("guardedPost", what));
    }
    return List.copyOf(found);
  }

  private List<String> common(String kind, String what) {
    return part.file()
        .at(Part.pointer(OPERATIONS, kind, what))
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** What the gateway answers under a status by itself; empty where it does not. */
  ObjectNode gatewayAnswer(int status) {
    JsonNode answer = part.file().at(Part.pointer(GATEWAY, Integer.toString(status)));
    return answer instanceof ObjectNode node ? node : JsonNodeFactory.instance.objectNode();
  }

  /** The statuses under which the gateway alone answers, whatever the operation is. */
  Set<Integer> gatewayAlone() {
    Set<Integer> statuses = new TreeSet<>();
    for (Part.Entry entry : part.entries(JsonPointer.empty().appendProperty(GATEWAY))) {
      if (entry.value().path("alone").asBoolean(false)) {
        statuses.add(Integer.valueOf(entry.key()));
      }
    }
    return statuses;
  }

  /** The schema of every problem. */
  ObjectNode problemSchema() {
    return (ObjectNode) part.file().at(Part.pointer("components", "schemas", "Problem"));
  }
}
