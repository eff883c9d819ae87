package org.jiuye.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.yaml.YamlBuilder.Kind;
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

/**
 * Reads one YAML file. Only what JSON can say is taken, and the tags that the builder knows: no
 * aliases and no merge keys, which CloudFormation does not know either, and no name twice.
 */
public final class YamlReader<T> {

  /** Deeper nesting would only serve to exhaust the stack. */
  private static final int MAX_DEPTH = 32;

  private static final Map<Tag, Kind> KINDS =
      Map.of(
          Tag.STR, Kind.TEXT,
          Tag.INT, Kind.NUMBER,
          Tag.FLOAT, Kind.NUMBER,
          Tag.BOOL, Kind.BOOLEAN,
          Tag.NULL, Kind.NULL);

  private final YamlBuilder<T> builder;
  private final LoadSettings settings;
  private final List<YamlError> errors = new ArrayList<>();
  private final Map<String, Place> values = new HashMap<>();
  private final Map<String, Place> keys = new HashMap<>();

  private YamlReader(Path file, YamlBuilder<T> builder) {
    this.builder = builder;
    this.settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setUseMarks(true)
            .setAllowNonScalarKeys(true) // refused below, where the line is known
            .build();
  }

  /**
   * A file as JSON.
   *
   * @throws YamlException with all that is wrong with it
   */
  public static YamlDocument<JsonNode> json(Path file) {
    return read(file, new JsonBuilder());
  }

  /**
   * A file as what a builder makes of it.
   *
   * @throws YamlException with all that is wrong with it
   */
  public static <T> YamlDocument<T> read(Path file, YamlBuilder<T> builder) {
    YamlReader<T> reader = new YamlReader<>(file, builder);
    Optional<T> root = reader.read(file);
    if (root.isEmpty() || !reader.errors.isEmpty()) {
      throw new YamlException(file, reader.errors);
    }
    return new YamlDocument<>(root.get(), reader.values, reader.keys);
  }

  private Optional<T> read(Path file) {
    try {
      String text = decode(Files.readAllBytes(file));
      if (!isPlain(text)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        error(Place.START, "", "is empty");
      }
      return root.map(node -> convert(node, ""));
    } catch (CharacterCodingException e) {
      error(Place.START, "", "is not UTF-8");
    } catch (MarkedYamlEngineException e) {
      error(e.getProblemMark().map(Place::of).orElse(Place.START), "", e.getProblem());
    } catch (YamlEngineException e) {
      error(Place.START, "", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Looks at the file as a flat run of events first, which no nesting or alias can blow up. */
  private boolean isPlain(String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      Place place = event.getStartMark().map(Place::of).orElse(Place.START);
      if (event instanceof AliasEvent) {
        error(place, "", "aliases are not allowed");
        return false;
      } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        error(place, "", "is nested more than " + MAX_DEPTH + " levels deep");
        return false;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return true;
  }

  private T convert(Node node, String pointer) {
    Place place = place(node);
    values.put(pointer, place);
    T value =
        switch (node) {
          case MappingNode mapping -> builder.mapping(place, entries(mapping, pointer));
          case SequenceNode sequence -> builder.sequence(place, items(sequence, pointer));
          case ScalarNode scalar -> builder.scalar(place, kind(scalar), scalar.getValue());
          default -> throw new IllegalStateException("Not resolved: " + node.getNodeType());
        };
    return isPlain(node) ? value : tagged(node, pointer, value);
  }

  /** Whether it is what JSON knows. */
  private static boolean isPlain(Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping.getTag().equals(Tag.MAP);
      case SequenceNode sequence -> sequence.getTag().equals(Tag.SEQ);
      case ScalarNode scalar ->
          KINDS.containsKey(scalar.getTag())
              // .inf and .nan
              && !(scalar.getTag().equals(Tag.FLOAT) && scalar.getValue().contains("n"));
      default -> false;
    };
  }

  private static Kind kind(ScalarNode scalar) {
    return isPlain(scalar) ? KINDS.getOrDefault(scalar.getTag(), Kind.TEXT) : Kind.TEXT;
  }

  private T tagged(Node node, String pointer, T value) {
    String tag = node.getTag().getValue();
    Optional<T> known =
        tag.startsWith("!")
            ? builder.tagged(place(node), tag.substring(1), value)
            : Optional.empty();
    if (known.isEmpty()) {
      error(place(node), pointer, "is nothing that JSON knows: " + tag);
    }
    return known.orElse(value);
  }

  private Map<String, T> entries(MappingNode mapping, String pointer) {
    Map<String, T> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || !key.getTag().equals(Tag.STR)) {
        error(place, pointer, "a property's name must be text; quote it if it reads otherwise");
        continue;
      }
      if (key.getValue().equals("<<")) {
        error(place, pointer, "merge keys (<<) are not allowed");
        continue;
      }
      String property = pointer + "/" + YamlDocument.escape(key.getValue());
      Place first = keys.putIfAbsent(property, place);
      if (first == null) {
        entries.put(key.getValue(), convert(tuple.getValueNode(), property));
      } else {
        error(place, property, "stands here a second time; the first is in line " + first.line());
      }
    }
    return entries;
  }

  private List<T> items(SequenceNode sequence, String pointer) {
    List<T> items = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      items.add(convert(element, pointer + "/" + items.size()));
    }
    return items;
  }

  private static Place place(Node node) {
    return node.getStartMark().map(Place::of).orElse(Place.START);
  }

  private void error(Place place, String pointer, String reason) {
    errors.add(new YamlError(place, pointer, reason));
  }
}
