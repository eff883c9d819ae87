package org.jiuye.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evaluates the functions of the template language. */
final class Intrinsics {

  private static final String OUTPUTS = "Outputs.";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Map<String, TemplateNode> parameters;
  private final TemplateNode.Mapping mappings;
  private final Map<String, PhysicalNames.Resource> resources;
  private final PhysicalNames names;
  private final Surroundings surroundings;
  private final Conditions conditions;

  /** What functions reach outside their own template. */
  interface Surroundings {

    /** What stands in a file that the template includes. */
    TemplateNode include(TemplateNode.Scalar location);

    /**
     * An output of a nested stack.
     *
     * @param position of who asks
     */
    String output(Position position, String stack, String output);
  }

  Intrinsics(
      Map<String, TemplateNode> parameters,
      TemplateNode.Mapping mappings,
      TemplateNode.Mapping conditions,
      Map<String, PhysicalNames.Resource> resources,
      PhysicalNames names,
      Surroundings surroundings) {
    this.parameters = parameters;
    this.mappings = mappings;
    this.resources = resources;
    this.names = names;
    this.surroundings = surroundings;
    this.conditions = new Conditions(conditions, this);
  }

  Conditions conditions() {
    return conditions;
  }

  /** Whether a node is a function and not data. */
  static boolean isFunction(TemplateNode node) {
    return node instanceof TemplateNode.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.entries().keySet().stream()
            .allMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
  }

  static TemplateNode splitAttribute(TemplateNode.Scalar attribute) {
    int dot = attribute.text().indexOf('.');
    if (dot < 0) {
      throw attribute.position().refuse("Fn::GetAtt needs a resource and an attribute");
    }
    return new TemplateNode.Sequence(
        attribute.position(),
        Stream.of(attribute.text().substring(0, dot), attribute.text().substring(dot + 1))
            .<TemplateNode>map(part -> TemplateNode.Scalar.text(attribute.position(), part))
            .toList());
  }

  static List<TemplateNode> list(String function, TemplateNode argument, int least, int most) {
    if (argument instanceof TemplateNode.Sequence list
        && list.items().size() >= least
        && list.items().size() <= most) {
      return list.items();
    }
    String count = least == most ? String.valueOf(least) : least + " to " + most;
    throw argument.position().refuse(function + " needs a list of " + count);
  }

  /** A node that must be there after evaluation. */
  TemplateNode required(TemplateNode node) {
    return evaluate(node)
        .orElseThrow(() -> node.position().refuse("AWS::NoValue cannot stand here"));
  }

  /** A node that must evaluate to a single value. */
  String text(String function, TemplateNode node) {
    if (required(node) instanceof TemplateNode.Scalar scalar) {
      return scalar.text();
    }
    throw node.position().refuse(function + " needs a single value here");
  }

  /** The value of a node; empty for {@code AWS::NoValue}, which takes the entry away. */
  Optional<TemplateNode> evaluate(TemplateNode node) {
    return switch (node) {
      case TemplateNode.Scalar scalar -> Optional.of(scalar);
      case TemplateNode.Sequence list -> {
        List<TemplateNode> items = new ArrayList<>();
        list.items().forEach(item -> evaluate(item).ifPresent(items::add));
        yield Optional.of(new TemplateNode.Sequence(list.position(), items));
      }
      case TemplateNode.Mapping mapping when isFunction(mapping) -> call(mapping);
      case TemplateNode.Mapping mapping -> Optional.of(evaluateEntries(mapping));
    };
  }

  TemplateNode.Mapping evaluateEntries(TemplateNode.Mapping mapping) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (key.startsWith("Fn::")) {
                throw value.position().refuse(key + " must stand alone");
              }
              evaluate(value).ifPresent(evaluated -> entries.put(key, evaluated));
            });
    return new TemplateNode.Mapping(mapping.position(), entries);
  }

  private Optional<TemplateNode> call(TemplateNode.Mapping mapping) {
    Position position = mapping.position();
    String function = mapping.entries().keySet().iterator().next();
    TemplateNode argument = mapping.entries().values().iterator().next();
    return switch (function) {
      case "Ref" -> reference(argument);
      case "Fn::If" -> {
        List<TemplateNode> branches = list(function, argument, 3, 3);
        yield evaluate(branches.get(conditions.holds(branches.get(0)) ? 1 : 2));
      }
      case "Fn::GetAtt" -> Optional.of(TemplateNode.Scalar.text(position, getAtt(argument)));
      case "Fn::Sub" -> Optional.of(TemplateNode.Scalar.text(position, substitute(argument)));
      case "Fn::Join" -> Optional.of(TemplateNode.Scalar.text(position, join(argument)));
      case "Fn::Split" -> Optional.of(split(argument));
      case "Fn::Select" -> Optional.of(select(argument));
      case "Fn::FindInMap" -> Optional.of(findInMap(argument));
      case "Fn::Transform" -> evaluate(transform(argument));
      case "Fn::ImportValue" ->
          throw position.refuse("Fn::ImportValue is not supported: nothing else is deployed here");
      default -> throw position.refuse("The function " + function + " is not supported");
    };
  }

  private Optional<TemplateNode> reference(TemplateNode argument) {
    if (!(argument instanceof TemplateNode.Scalar name)) {
      throw argument.position().refuse("Ref needs a name");
    }
    return name.text().equals("AWS::NoValue")
        ? Optional.empty()
        : Optional.of(reference(name.position(), name.text()));
  }

  private TemplateNode reference(Position position, String name) {
    TemplateNode parameter = parameters.get(name);
    if (parameter != null) {
      return parameter;
    }
    PhysicalNames.Resource resource = resources.get(name);
    return TemplateNode.Scalar.text(
        position,
        resource != null
            ? names.reference(resource)
            : names
                .pseudoParameter(name)
                .orElseThrow(
                    () -> position.refuse("There is no parameter and no resource " + name)));
  }

  private String getAtt(TemplateNode argument) {
    List<TemplateNode> parts =
        argument instanceof TemplateNode.Scalar scalar
            ? list("Fn::GetAtt", splitAttribute(scalar), 2, 2)
            : list("Fn::GetAtt", argument, 2, 2);
    return attribute(
        argument.position(), text("Fn::GetAtt", parts.get(0)), text("Fn::GetAtt", parts.get(1)));
  }

  private String attribute(Position position, String logicalId, String attribute) {
    PhysicalNames.Resource resource = resources.get(logicalId);
    if (resource == null) {
      throw position.refuse("There is no resource " + logicalId);
    }
    if (resource.type().equals(ResourceTypes.STACK) && attribute.startsWith(OUTPUTS)) {
      return surroundings.output(position, logicalId, attribute.substring(OUTPUTS.length()));
    }
    return names
        .attribute(resource, attribute)
        .orElseThrow(
            () ->
                position.refuse(
                    "The attribute %s of %s (%s) is not supported"
                        .formatted(attribute, logicalId, resource.type())));
  }

  private TemplateNode transform(TemplateNode argument) {
    if (!(argument instanceof TemplateNode.Mapping mapping)) {
      throw argument.position().refuse("Fn::Transform needs a mapping");
    }
    Properties transform = new Properties("Fn::Transform", mapping, Set.of("Name", "Parameters"));
    if (!transform.requiredText("Name").equals("AWS::Include")) {
      throw transform.refuse("Name", "must be AWS::Include");
    }
    Properties file = transform.nested("Parameters", Set.of("Location"));
    if (!(file.node("Location") instanceof TemplateNode.Scalar location)) {
      throw file.refuse("Location", "must be a single value");
    }
    return surroundings.include(location);
  }

  private String substitute(TemplateNode argument) {
    TemplateNode text = argument;
    Map<String, String> own = new LinkedHashMap<>();
    if (argument instanceof TemplateNode.Sequence) {
      List<TemplateNode> parts = list("Fn::Sub", argument, 2, 2);
      text = parts.get(0);
      if (!(parts.get(1) instanceof TemplateNode.Mapping variables)) {
        throw argument.position().refuse("Fn::Sub needs a mapping of its variables");
      }
      variables.entries().forEach((key, value) -> own.put(key, text("Fn::Sub", value)));
    }
    if (!(text instanceof TemplateNode.Scalar scalar)) {
      throw argument.position().refuse("Fn::Sub needs a text");
    }
    Matcher matcher = PLACEHOLDER.matcher(scalar.text());
    return matcher.replaceAll(
        match -> {
          String name = match.group(2).strip();
          String value =
              match.group(1).isEmpty() ? variable(scalar.position(), name, own) : "${" + name + "}";
          return Matcher.quoteReplacement(value);
        });
  }

  private String variable(Position position, String name, Map<String, String> own) {
    String value = own.get(name);
    if (value != null) {
      return value;
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      return attribute(position, name.substring(0, dot), name.substring(dot + 1));
    }
    return text("Fn::Sub", reference(position, name));
  }

  private String join(TemplateNode argument) {
    List<TemplateNode> parts = list("Fn::Join", argument, 2, 2);
    return texts("Fn::Join", parts.get(1)).stream()
        .collect(Collectors.joining(text("Fn::Join", parts.get(0))));
  }

  private TemplateNode split(TemplateNode argument) {
    List<TemplateNode> parts = list("Fn::Split", argument, 2, 2);
    String delimiter = text("Fn::Split", parts.get(0));
    String[] pieces = text("Fn::Split", parts.get(1)).split(Pattern.quote(delimiter), -1);
    return new TemplateNode.Sequence(
        argument.position(),
        Stream.of(pieces)
            .<TemplateNode>map(piece -> TemplateNode.Scalar.text(argument.position(), piece))
            .toList());
  }

  private TemplateNode select(TemplateNode argument) {
    List<TemplateNode> parts = list("Fn::Select", argument, 2, 2);
    String index = text("Fn::Select", parts.get(0));
    List<String> items = texts("Fn::Select", parts.get(1));
    if (!index.matches("[0-9]{1,4}") || Integer.parseInt(index) >= items.size()) {
      throw argument.position().refuse("Fn::Select has no item " + index);
    }
    return TemplateNode.Scalar.text(argument.position(), items.get(Integer.parseInt(index)));
  }

  private TemplateNode findInMap(TemplateNode argument) {
    List<TemplateNode> keys = list("Fn::FindInMap", argument, 3, 3);
    TemplateNode found = mappings;
    for (TemplateNode key : keys) {
      String name = text("Fn::FindInMap", key);
      found =
          (found instanceof TemplateNode.Mapping level
                  ? level.get(name)
                  : Optional.<TemplateNode>empty())
              .orElseThrow(() -> key.position().refuse("Fn::FindInMap finds no " + name));
    }
    return found;
  }

  private List<String> texts(String function, TemplateNode node) {
    if (required(node) instanceof TemplateNode.Sequence list) {
      return list.items().stream().map(item -> text(function, item)).toList();
    }
    throw node.position().refuse(function + " needs a list here");
  }
}
