package org.jiuye.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiuye.contract.source.Place;
import org.jiuye.contract.source.SourceFile;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the contract: the frame, or what one capability says.
 *
 * @param name the capability's folder
 * @param texts the texts of the problems that its operations answer
 */
record Part(String name, SourceFile file, Texts texts) {
  static final JsonPointer PATHS = pointer("paths");
  static final JsonPointer PROBLEMS = pointer("x-problems");

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /** A pointer to what stands under some keys. */
  static JsonPointer pointer(String... keys) {
    JsonPointer pointer = JsonPointer.empty();
    for (String key : keys) {
      pointer = pointer.appendProperty(key);
    }
    return pointer;
  }

  Place place(JsonPointer pointer) {
    return file.place(pointer);
  }

  /** The entries of a mapping, by their pointers. */
  List<Entry> entries(JsonPointer mapping) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : file.at(mapping).properties()) {
      entries.add(
          new Entry(entry.getKey(), mapping.appendProperty(entry.getKey()), entry.getValue()));
    }
    return entries;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Entry path : entries(PATHS)) {
      for (Entry entry : entries(path.pointer())) {
        if (METHODS.contains(entry.key()) && entry.value() instanceof ObjectNode node) {
          operations.add(new Operation(this, entry.pointer(), entry.key(), path.key(), node));
        }
      }
    }
    return operations;
  }

  /** The name of its nested stack, and of its integration: the folder's in PascalCase. */
  String logicalId() {
    return Names.pascalCase(name);
  }

  /** What stands under a key. */
  record Entry(String key, JsonPointer pointer, JsonNode value) {}

  /**
   * What one route does.
   *
   * @param method in lower case
   */
  record Operation(Part part, JsonPointer pointer, String method, String path, ObjectNode node) {
    static final String OWN_PROBLEMS = "x-problems";

    String routeKey() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    Place place() {
      return part.place(pointer);
    }

    /** Whether it needs a token. */
    boolean isGuarded() {
      return !node.path("security").isEmpty();
    }

    boolean takesBody() {
      return node.has("requestBody");
    }

    /** The codes of the problems that it names itself. */
    List<String> ownProblems() {
      return node.path(OWN_PROBLEMS).valueStream().map(code -> code.asString("")).toList();
    }
  }
}
