package org.jiuye.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the resources that run here, each read by the reader of its type. */
final class ResourceReader {

  private final PhysicalNames names;
  private final FunctionReader functionReader;
  private final List<Table> tables = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<Secret> secrets = new ArrayList<>();
  private final List<HttpApi> apis = new ArrayList<>();
  private final List<LambdaFunction> functions = new ArrayList<>();

  ResourceReader(PhysicalNames names, Path folder, Map<String, PhysicalNames.Resource> resources) {
    this.names = names;
    this.functionReader = new FunctionReader(names, folder, resources);
  }

  void read(PhysicalNames.Resource resource, TemplateNode.Mapping properties) {
    switch (resource.type()) {
      case ResourceTypes.TABLE -> tables.add(TableReader.read(resource, properties, names));
      case ResourceTypes.QUEUE -> queues.add(QueueReader.read(resource, properties, names));
      case ResourceTypes.SECRET -> secrets.add(SecretReader.read(resource, properties, names));
      case ResourceTypes.HTTP_API -> apis.add(HttpApiReader.read(resource, properties));
      case ResourceTypes.FUNCTION -> functions.add(functionReader.read(resource, properties));
      default -> {
        // Checked before: what is left means nothing on one machine.
      }
    }
  }

  CloudTemplate build(
      Map<String, String> parameters, Map<String, String> outputs, TemplateNode.Mapping document) {
    CloudTemplate template =
        new CloudTemplate(parameters, tables, queues, secrets, apis, functions, outputs, document);
    new ReferenceChecks(template).check();
    return template;
  }

  /** An attribute that resources of that type have. */
  static String attribute(PhysicalNames names, PhysicalNames.Resource resource, String attribute) {
    return names
        .attribute(resource, attribute)
        .orElseThrow(
            () -> new IllegalStateException("No " + attribute + " for " + resource.logicalId()));
  }
}
