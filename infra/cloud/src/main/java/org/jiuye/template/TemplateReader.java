package org.jiuye.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a template of AWS SAM. Whatever it does not understand, and what would make the template
 * mean something else, is refused with file, line and reason.
 */
public final class TemplateReader {

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

  private final TemplateNode.Mapping root;
  private final PhysicalNames names;
  private final Map<String, TemplateNode> parameters;
  private final Path folder;

  private TemplateReader(
      Path file, TemplateNode.Mapping root, Map<String, String> parameters, PhysicalNames names) {
    this.root = root;
    this.names = names;
    this.parameters = ParameterValues.decide(root.mapping("Parameters"), parameters);
    this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
  }

  /**
   * Reads and evaluates a template.
   *
   * @param parameters values of the template's parameters; what is not given has its default
   * @throws TemplateException when it can not be run as it stands
   */
  public static CloudTemplate read(
      Path templateFile, Map<String, String> parameters, PhysicalNames names) {
    TemplateNode.Mapping root = YamlReader.read(templateFile);
    return new TemplateReader(templateFile, root, parameters, names).read();
  }

  private CloudTemplate read() {
    checkSections();
    Map<String, TemplateNode.Mapping> declared = includedResources();
    Map<String, PhysicalNames.Resource> resources = identify(declared);
    Intrinsics intrinsics = intrinsics(resources);
    intrinsics.conditions().check();
    Globals globals = new Globals(root.mapping("Globals"));

    Map<String, TemplateNode> evaluated = new LinkedHashMap<>();
    ResourceReader reader = new ResourceReader(names, folder, resources);
    resources.forEach(
        (logicalId, identified) -> {
          TemplateNode.Mapping resource = root.mapping("Resources").mapping(logicalId);
          TemplateNode.Mapping properties =
              intrinsics.evaluateEntries(
                  globals.applyTo(identified.type(), resource.mapping("Properties")));
          reader.read(identified, properties);
          Map<String, TemplateNode> entries = new LinkedHashMap<>(resource.entries());
          entries.put("Properties", properties);
          evaluated.put(logicalId, new TemplateNode.Mapping(resource.position(), entries));
        });

    Map<String, String> parameterTexts = new LinkedHashMap<>();
    parameters.forEach((name, value) -> parameterTexts.put(name, plainText(value)));
    Map<String, TemplateNode> document = new LinkedHashMap<>(root.entries());
    document.put(
        "Resources", new TemplateNode.Mapping(root.mapping("Resources").position(), evaluated));
    TemplateNode.Mapping outputs = outputs(intrinsics);
    document.put("Outputs", outputs);
    Map<String, String> outputTexts = new LinkedHashMap<>();
    outputs
        .entries()
        .forEach(
            (name, output) ->
                outputTexts.put(
                    name,
                    intrinsics.text("Output " + name, outputs.mapping(name).required("Value"))));
    return reader.build(
        parameterTexts, outputTexts, new TemplateNode.Mapping(root.position(), document));
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
          identified.put(logicalId, new PhysicalNames.Resource(logicalId, type, name));
        });
    return identified;
  }

  private TemplateNode.Mapping outputs(Intrinsics intrinsics) {
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

  private Intrinsics intrinsics(Map<String, PhysicalNames.Resource> resources) {
    return new Intrinsics(
        parameters, root.mapping("Mappings"), root.mapping("Conditions"), resources, names);
  }

  private static String plainText(TemplateNode value) {
    List<String> parts = new ArrayList<>();
    switch (value) {
      case TemplateNode.Scalar scalar -> parts.add(scalar.text());
      case TemplateNode.Sequence list -> list.items().forEach(item -> parts.add(plainText(item)));
      case TemplateNode.Mapping mapping ->
          throw mapping.position().refuse("A parameter can not be a mapping");
    }
    return String.join(",", parts);
  }
}
