package org.jiuye.seeds;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file of seeds that could be read.
 *
 * @param name the file, as somebody at the command line would name it
 * @param kind what it holds: the name of its schema
 * @param document its content
 */
record SeedFile(String name, String kind, YamlDocument<JsonNode> document) {

  /** A value and where it stands. */
  record Located(SeedFile file, String pointer, JsonNode node) {

    SeedError error(String reason) {
      return file.error(pointer, reason);
    }

    /** The value under a property or index of this one, or nothing if there is none. */
    @Nullable Located child(String step) {
      JsonNode child = node.isArray() ? node.get(index(step)) : node.get(step);
      return child == null
          ? null
          : new Located(file, pointer + "/" + YamlDocument.escape(step), child);
    }

    /** The text of a property; empty if there is none. */
    String text(String property) {
      return node.path(property).asString("");
    }

    List<Located> children() {
      List<Located> children = new ArrayList<>();
      if (node.isArray()) {
        for (int index = 0; index < node.size(); index++) {
          children.add(new Located(file, pointer + "/" + index, node.get(index)));
        }
      } else {
        node.properties()
            .forEach(
                property ->
                    children.add(
                        new Located(
                            file,
                            pointer + "/" + YamlDocument.escape(property.getKey()),
                            property.getValue())));
      }
      return children;
    }

    private static int index(String step) {
      return step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : -1;
    }
  }

  /**
   * Every value that the pattern fits: a JSON pointer in which {@code *} stands for any step. What
   * the file lacks is left out: the schema has said so already.
   */
  List<Located> select(String pattern) {
    List<Located> selected = List.of(new Located(this, "", root()));
    if (pattern.isEmpty()) {
      return selected;
    }
    for (String step : pattern.substring(1).split("/", -1)) {
      List<Located> next = new ArrayList<>();
      for (Located located : selected) {
        if (step.equals("*")) {
          next.addAll(located.children());
        } else {
          Located child = located.child(step);
          if (child != null) {
            next.add(child);
          }
        }
      }
      selected = next;
    }
    return selected;
  }

  JsonNode root() {
    return document.root();
  }

  SeedError error(String pointer, String reason) {
    return SeedError.at(name, document.value(pointer), pointer, reason);
  }

  /** An error about a property's name rather than its value. */
  SeedError keyError(String pointer, String reason) {
    return SeedError.at(name, document.key(pointer), pointer, reason);
  }
}
