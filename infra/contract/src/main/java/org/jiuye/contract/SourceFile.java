package org.jiuye.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML file, read as JSON; it knows the line of each of its parts. */
final class SourceFile {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final Findings findings;
  private final Map<JsonPointer, Integer> lines = new HashMap<>();
  private final ObjectNode root;

  private SourceFile(String name, String text, Findings findings) {
    this.name = name;
    this.findings = findings;
    this.root = read(text);
  }

  /** Reads a file of a repository. */
  static SourceFile read(Path repository, Path file, Findings findings) {
    try {
      return new SourceFile(
          repository.relativize(file).toString(), Files.readString(file), findings);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The whole file; empty where it cannot be read. */
  ObjectNode root() {
    return root;
  }

  JsonNode at(JsonPointer pointer) {
    return root.at(pointer);
  }

  /** Where a part begins: the line of its key, or of its entry in a list. */
  Place place(JsonPointer pointer) {
    JsonPointer known = pointer;
    while (!lines.containsKey(known) && known.head() != null) {
      known = known.head();
    }
    return new Place(name, lines.getOrDefault(known, 1));
  }

  private ObjectNode read(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setSchema(new CoreSchema()).build();
    try {
      JsonNode read =
          new Compose(settings)
              .composeString(text)
              .map(node -> json(node, JsonPointer.empty()))
              .orElseGet(JSON::nullNode);
      if (read instanceof ObjectNode object) {
        return object;
      }
      findings.add(new Place(name, 1), "a mapping is expected");
    } catch (MarkedYamlEngineException malformed) {
      int line = malformed.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      findings.add(new Place(name, line), malformed.getProblem());
    }
    return JSON.objectNode();
  }

  private JsonNode json(Node node, JsonPointer pointer) {
    lines.putIfAbsent(pointer, line(node));
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> array(sequence, pointer);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalStateException("Not resolved: " + node.getNodeType());
    };
  }

  private ObjectNode object(MappingNode mapping, JsonPointer pointer) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        findings.add(new Place(name, line(tuple.getKeyNode())), "a key must be text");
        continue;
      }
      JsonPointer inner = pointer.appendProperty(key.getValue());
      if (lines.putIfAbsent(inner, line(key)) == null) {
        object.set(key.getValue(), json(tuple.getValueNode(), inner));
      } else {
        findings.add(new Place(name, line(key)), "%s stands here twice".formatted(key.getValue()));
      }
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, JsonPointer pointer) {
    ArrayNode array = JSON.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(json(item, pointer.appendIndex(array.size())));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      findings.add(new Place(name, line(scalar)), "a value is missing");
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT)) {
      return number(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT)) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return JSON.stringNode(text);
  }

  private static JsonNode number(BigInteger value) {
    return value.bitLength() < Integer.SIZE
        ? JSON.numberNode(value.intValueExact())
        : JSON.numberNode(value);
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
