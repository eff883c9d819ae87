package org.jiuye.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One template with the values of its parameters: the root's, or a nested stack's. What it declares
 * is evaluated when it is asked for, so stacks may use each other's outputs in any order.
 */
final class Stack implements Intrinsics.Surroundings {

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");
  private static final Set<String> RESOURCE_ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");
  private static final Set<String> NESTED_STACK = Set.of("TemplateURL", "Parameters", "Tags");

  private final Path file;
  private final String prefix;
  private final TemplateNode.Mapping root;
  private final PhysicalNames names;
  private final Map<String, TemplateNode> parameters;
  private final Globals globals;
  private final Map<String, PhysicalNames.Resource> resources;
  private final Intrinsics intrinsics;

  /** By logical id; one that is being made is there as empty. */
  private final Map<String, Optional<Stack>> nested = new LinkedHashMap<>();

  private Stack(
      Path file,
      String prefix,
      TemplateNode.Mapping root,
      Map<String, TemplateNode> parameters,
      PhysicalNames names) {
    this.file = file.toAbsolutePath().normalize();
    this.prefix = prefix;
    this.root = root;
    this.parameters = parameters;
    this.names = names;
    checkSections();
    this.resources = identify(includedResources());
    this.intrinsics = intrinsics(resources);
    intrinsics.conditions().check();
    this.globals = new Globals(root.mapping("Globals"));
  }

  static Stack root(Path file, Map<String, String> parameters, PhysicalNames names) {
    TemplateNode.Mapping root = TemplateBuilder.read(file);
    return new Stack(
        file, "", root, ParameterValues.decide(root.mapping("Parameters"), parameters), names);
  }

  Map<String, TemplateNode> parameters() {
    return parameters;
  }

  /** The value of an output, empty where the template has none of that name. */
  Optional<String> output(String name) {
    TemplateNode.Mapping declared = root.mapping("Outputs");
    if (declared.get(name).isEmpty() || !intrinsics.conditions().includes(declared.mapping(name))) {
      return Optional.empty();
    }
    return Optional.of(intrinsics.text("Output " + name, declared.mapping(name).required("Value")));
  }

  /**
   * Hands every resource to its reader, nested stacks' too.
   *
   * @return the template, evaluated
   */
  TemplateNode.Mapping read(ResourceReader reader) {
    FunctionReader functionReader = new FunctionReader(names, folder(), resources);
    Map<String, TemplateNode> evaluated = new LinkedHashMap<>();
    resources.forEach(
        (logicalId, identified) -> {
          TemplateNode.Mapping resource = root.mapping("Resources").mapping(logicalId);
          TemplateNode.Mapping properties =
              intrinsics.evaluateEntries(
                  globals.applyTo(identified.type(), resource.mapping("Properties")));
          Map<String, TemplateNode> entries = new LinkedHashMap<>(resource.entries());
          entries.put("Properties", properties);
          TemplateNode.Mapping whole = new TemplateNode.Mapping(resource.position(), entries);
          reader.read(identified, whole, properties, functionReader);
          evaluated.put(logicalId, whole);
          if (identified.type().equals(ResourceTypes.STACK)) {
            Stack child = nested(logicalId, resource.position());
            reader.add(
                new CloudTemplate.NestedStack(
                    identified.logicalId(), child.file, child.read(reader)));
          }
        });
    Map<String, TemplateNode> document = new LinkedHashMap<>(root.entries());
    document.put(
        "Resources", new TemplateNode.Mapping(root.mapping("Resources").position(), evaluated));
    document.put("Outputs", outputs());
    return new TemplateNode.Mapping(root.position(), document);
  }

  @Override
  public TemplateNode include(TemplateNode.Scalar location) {
    return TemplateBuilder.read(localFile(location, "Location"));
  }

  @Override
  public String output(Position position, String stack, String output) {
    return nested(stack, position)
        .output(output)
        .orElseThrow(
            () -> position.refuse("The nested stack " + stack + " has no output " + output));
  }

  private Stack nested(String logicalId, Position position) {
    Optional<Stack> known = nested.get(logicalId);
    if (known == null) {
      nested.put(logicalId, Optional.empty());
      known = Optional.of(open(logicalId));
      nested.put(logicalId, known);
    }
    return known.orElseThrow(
        () -> position.refuse("The nested stack " + logicalId + " depends on itself"));
  }

  private Stack open(String logicalId) {
    Properties properties =
        new Properties(
            logicalId,
            intrinsics.evaluateEntries(
                root.mapping("Resources").mapping(logicalId).mapping("Properties")),
            NESTED_STACK);
    if (!(properties.node("TemplateURL") instanceof TemplateNode.Scalar location)) {
      throw properties.refuse("TemplateURL", "must be a single value");
    }
    Path template = localFile(location, "TemplateURL");
    TemplateNode.Mapping child = TemplateBuilder.read(template);
    Map<String, String> values = new LinkedHashMap<>();
    Properties given =
        properties.nested("Parameters", child.mapping("Parameters").entries().keySet());
    properties
        .entries("Parameters")
        .keySet()
        .forEach(name -> values.put(name, given.requiredText(name)));
    return new Stack(
        template,
        prefix + logicalId,
        child,
        ParameterValues.decide(child.mapping("Parameters"), values),
        new NestedNames(names, logicalId));
  }

  private Path localFile(TemplateNode.Scalar location, String property) {
    if (location.text().contains("://")) {
      throw location.position().refuse(property + " must be a file beside the template");
    }
    Path found = folder().resolve(location.text()).normalize();
    if (!Files.isRegularFile(found)) {
      throw location.position().refuse(property + ": there is no file " + found);
    }
    return found;
  }

  private Path folder() {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  private void checkSections() {
    root.entries()
        .forEach(
            (section, node) -> {
              if (!SECTIONS.contains(section)) {
                throw node.position().refuse("The section " + section + " is not supported");
              }
            });
    Properties properties = new Properties("Template", root, SECTIONS);
    if (!properties.texts("Transform").equals(List.of("AWS::Serverless-2016-10-31"))) {
      throw properties.refuse("Transform", "must be AWS::Serverless-2016-10-31");
    }
  }

  private Map<String, TemplateNode.Mapping> includedResources() {
    Conditions conditions = intrinsics(Map.of()).conditions();
    TemplateNode.Mapping declared = root.mapping("Resources");
    Map<String, TemplateNode.Mapping> included = new LinkedHashMap<>();
    for (String logicalId : declared.entries().keySet()) {
      TemplateNode.Mapping resource = declared.mapping(logicalId);
      Properties attributes = new Properties(logicalId, resource, RESOURCE_ATTRIBUTES);
      for (String other : attributes.texts("DependsOn")) {
        if (declared.get(other).isEmpty()) {
          throw attributes.refuse("DependsOn", "names no resource: " + other);
        }
      }
      if (conditions.includes(resource)) {
        included.put(logicalId, resource);
      }
    }
    return included;
  }

  private Map<String, PhysicalNames.Resource> identify(Map<String, TemplateNode.Mapping> declared) {
    Intrinsics withoutResources = intrinsics(Map.of());
    Map<String, PhysicalNames.Resource> identified = new LinkedHashMap<>();
    declared.forEach(
        (logicalId, resource) -> {
          String type = ResourceTypes.of(resource);
          ResourceTypes.check(logicalId, type, resource.position());
          Optional<String> name =
              ResourceTypes.nameProperty(type)
                  .flatMap(resource.mapping("Properties")::get)
                  .map(node -> withoutResources.text("The name of " + logicalId, node));
          identified.put(logicalId, new PhysicalNames.Resource(prefix + logicalId, type, name));
        });
    return identified;
  }

  private TemplateNode.Mapping outputs() {
    TemplateNode.Mapping declared = root.mapping("Outputs");
    Map<String, TemplateNode> outputs = new LinkedHashMap<>();
    for (String name : declared.entries().keySet()) {
      TemplateNode.Mapping output = declared.mapping(name);
      if (intrinsics.conditions().includes(output)) {
        outputs.put(name, intrinsics.evaluateEntries(output));
      }
    }
    return new TemplateNode.Mapping(declared.position(), outputs);
  }

  private Intrinsics intrinsics(Map<String, PhysicalNames.Resource> known) {
    return new Intrinsics(
        parameters, root.mapping("Mappings"), root.mapping("Conditions"), known, names, this);
  }
}
