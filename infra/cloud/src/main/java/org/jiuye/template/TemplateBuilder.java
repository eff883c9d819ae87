package org.jiuye.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.yaml.Place;
import org.jiuye.yaml.YamlBuilder;
import org.jiuye.yaml.YamlError;
import org.jiuye.yaml.YamlException;
import org.jiuye.yaml.YamlReader;

/** Makes a template of YAML; CloudFormation's short tags ({@code !Ref}) become their long forms. */
final class TemplateBuilder implements YamlBuilder<TemplateNode> {

  private final Path file;

  private TemplateBuilder(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws TemplateException for the first thing that is wrong with it
   */
  static TemplateNode.Mapping read(Path file) {
    try {
      TemplateNode root = YamlReader.read(file, new TemplateBuilder(file)).root();
      if (root instanceof TemplateNode.Mapping mapping) {
        return mapping;
      }
      throw new Position(file, 1).refuse("A template must be a mapping");
    } catch (YamlException e) {
      YamlError first = e.errors().getFirst();
      String what = first.pointer().isEmpty() ? "" : first.pointer() + " ";
      Position position = new Position(file, first.place().line());
      throw position.refuse(what + first.reason()).causedBy(e);
    }
  }

  @Override
  public TemplateNode scalar(Place place, Kind kind, String text) {
    return switch (kind) {
      case TEXT -> TemplateNode.Scalar.text(at(place), text);
      case NUMBER -> new TemplateNode.Scalar(at(place), text, TemplateNode.Kind.NUMBER);
      case BOOLEAN -> new TemplateNode.Scalar(at(place), text, TemplateNode.Kind.BOOLEAN);
      case NULL -> throw at(place).refuse("A value is missing; write '' for an empty text");
    };
  }

  @Override
  public TemplateNode sequence(Place place, List<TemplateNode> items) {
    return new TemplateNode.Sequence(at(place), items);
  }

  @Override
  public TemplateNode mapping(Place place, Map<String, TemplateNode> entries) {
    return new TemplateNode.Mapping(at(place), entries);
  }

  @Override
  public Optional<TemplateNode> tagged(Place place, String tag, TemplateNode value) {
    String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
    TemplateNode argument =
        tag.equals("GetAtt") && value instanceof TemplateNode.Scalar scalar
            ? Intrinsics.splitAttribute(scalar)
            : value;
    return Optional.of(new TemplateNode.Mapping(at(place), Map.of(name, argument)));
  }

  private Position at(Place place) {
    return new Position(file, place.line());
  }
}
