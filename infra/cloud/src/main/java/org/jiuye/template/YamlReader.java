package org.jiuye.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Reads YAML; CloudFormation's short tags ({@code !Ref}) become their long forms. */
final class YamlReader {

  private static final String TRUE_OR_FALSE = "true|false";

  private final Path file;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReader(Path file) {
    this.file = file;
  }

  static TemplateNode.Mapping read(Path file) {
    YamlReader reader = new YamlReader(file);
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setSchema(new CoreSchema()).build();
    try {
      Node root =
          new Compose(settings)
              .composeString(Files.readString(file, StandardCharsets.UTF_8))
              .orElseThrow(() -> new Position(file, 1).refuse("The template is empty"));
      if (reader.convert(root) instanceof TemplateNode.Mapping mapping) {
        return mapping;
      }
      throw new Position(file, 1).refuse("A template must be a mapping");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new Position(file, line).refuse(e.getProblem()).causedBy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TemplateNode convert(Node node) {
    Position position = position(node);
    if (!open.add(node)) {
      throw position.refuse("An alias must not lead to what it stands in");
    }
    try {
      TemplateNode value =
          switch (node) {
            case ScalarNode scalar -> scalar(position, scalar);
            case SequenceNode sequence -> sequence(position, sequence);
            case MappingNode mapping -> mapping(position, mapping);
            default -> throw position.refuse("Not understood: " + node.getNodeType());
          };
      String tag = node.getTag().getValue();
      return tag.startsWith("!") ? longForm(position, tag.substring(1), value) : value;
    } finally {
      open.remove(node);
    }
  }

  private static TemplateNode.Scalar scalar(Position position, ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      throw position.refuse("A value is missing; write '' for an empty text");
    }
    if (tag.equals(Tag.BOOL) && text.matches(TRUE_OR_FALSE)) {
      return new TemplateNode.Scalar(position, text, TemplateNode.Kind.BOOLEAN);
    }
    boolean isDecimal = text.matches("[-+]?[0-9]+(\\.[0-9]+)?");
    if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && isDecimal) {
      return new TemplateNode.Scalar(position, text, TemplateNode.Kind.NUMBER);
    }
    return TemplateNode.Scalar.text(position, text);
  }

  private TemplateNode sequence(Position position, SequenceNode node) {
    List<TemplateNode> items = new ArrayList<>();
    node.getValue().forEach(item -> items.add(convert(item)));
    return new TemplateNode.Sequence(position, items);
  }

  private TemplateNode mapping(Position position, MappingNode node) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Position keyPosition = position(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.NULL)) {
        throw keyPosition.refuse("A key must be text; quote it if it reads as something else");
      }
      if (key.getValue().equals("<<")) {
        throw keyPosition.refuse("Merge keys (<<) are unknown to CloudFormation");
      }
      if (entries.putIfAbsent(key.getValue(), convert(tuple.getValueNode())) != null) {
        throw keyPosition.refuse("The key " + key.getValue() + " stands here twice");
      }
    }
    return new TemplateNode.Mapping(position, entries);
  }

  private static TemplateNode longForm(Position position, String tag, TemplateNode value) {
    String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
    TemplateNode argument = value;
    if (tag.equals("GetAtt") && value instanceof TemplateNode.Scalar scalar) {
      argument = Intrinsics.splitAttribute(scalar);
    }
    return new TemplateNode.Mapping(position, Map.of(name, argument));
  }

  private Position position(Node node) {
    return new Position(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }
}
