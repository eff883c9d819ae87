package org.jiuye.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one YAML file into JSON and keeps where everything stands. Only what JSON can say is taken:
 * no aliases, no tags, no name twice.
 */
final class YamlReader {

  private static final int MAX_CHARACTERS = 1_000_000;

  /** Deeper nesting would only serve to exhaust the stack. */
  private static final int MAX_DEPTH = 32;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final List<SeedError> errors;
  private final Map<String, Position> values = new HashMap<>();
  private final Map<String, Position> keys = new HashMap<>();

  private YamlReader(String name, List<SeedError> errors) {
    this.name = name;
    this.errors = errors;
  }

  /** The file's content, or nothing if it is broken: {@code errors} then says why. */
  static Optional<SeedFile> read(Path path, String name, String kind, List<SeedError> errors) {
    YamlReader reader = new YamlReader(name, errors);
    int errorsBefore = errors.size();
    Optional<JsonNode> root = reader.read(path);
    return errors.size() > errorsBefore
        ? Optional.empty()
        : root.map(node -> new SeedFile(name, kind, node, reader.values, reader.keys));
  }

  private Optional<JsonNode> read(Path path) {
    try {
      String text = decode(Files.readAllBytes(path));
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(name)
              .setUseMarks(true)
              .setCodePointLimit(MAX_CHARACTERS)
              .setAllowNonScalarKeys(true) // refused below, where the line is known
              .build();
      if (!isPlain(text, settings)) {
        return Optional.empty();
      }
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        error(Position.START, "", "is empty");
      }
      return node.map(root -> json(root, ""));
    } catch (CharacterCodingException e) {
      error(Position.START, "", "is not UTF-8");
    } catch (MarkedYamlEngineException e) {
      error(e.getProblemMark().map(Position::of).orElse(Position.START), "", e.getProblem());
    } catch (YamlEngineException e) {
      error(Position.START, "", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Looks at the file as a flat run of events first, which no nesting or alias can blow up. */
  private boolean isPlain(String text, LoadSettings settings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      Position position = event.getStartMark().map(Position::of).orElse(Position.START);
      if (event instanceof AliasEvent) {
        error(position, "", "aliases are not allowed in seeds");
        return false;
      } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        error(position, "", "is nested more than " + MAX_DEPTH + " levels deep");
        return false;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return true;
  }

  private JsonNode json(Node node, String pointer) {
    values.put(pointer, position(node));
    return switch (node) {
      case MappingNode mapping when mapping.getTag().equals(Tag.MAP) -> object(mapping, pointer);
      case SequenceNode sequence when sequence.getTag().equals(Tag.SEQ) -> array(sequence, pointer);
      case ScalarNode scalar -> scalar(scalar, pointer);
      default -> foreign(node, pointer);
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || !key.getTag().equals(Tag.STR)) {
        error(position(tuple.getKeyNode()), pointer, "a property's name must be text");
        continue;
      }
      String property = pointer + "/" + SeedFile.escape(key.getValue());
      Position first = keys.putIfAbsent(property, position(key));
      if (first == null) {
        object.set(key.getValue(), json(tuple.getValueNode(), property));
      } else {
        error(
            position(key),
            property,
            "stands here a second time; the first is in line " + first.line());
      }
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, String pointer) {
    ArrayNode array = JSON.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(json(element, pointer + "/" + array.size()));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode scalar, String pointer) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (tag.equals(Tag.STR)) {
      return JSON.stringNode(text);
    } else if (tag.equals(Tag.INT)) {
      return JSON.numberNode(new BigInteger(text));
    } else if (tag.equals(Tag.FLOAT) && text.matches("[-+0-9.eE]+")) {
      return JSON.numberNode(new BigDecimal(text));
    } else if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    } else if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    return foreign(scalar, pointer);
  }

  private JsonNode foreign(Node node, String pointer) {
    error(position(node), pointer, "is nothing that JSON knows: " + node.getTag());
    return JSON.nullNode();
  }

  private static Position position(Node node) {
    return node.getStartMark().map(Position::of).orElse(Position.START);
  }

  private void error(Position position, String pointer, String reason) {
    errors.add(new SeedError(name, position.line(), position.column(), pointer, reason));
  }
}
