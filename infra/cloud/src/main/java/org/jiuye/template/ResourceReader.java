package org.jiuye.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the resources that run here, each read by the reader of its type. */
final class ResourceReader {

  private final PhysicalNames names;
  private final Map<String, TemplateNode.Mapping> resources = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<KmsKey> keys = new ArrayList<>();
  private final List<HttpApi> apis = new ArrayList<>();
  private final List<LambdaFunction> functions = new ArrayList<>();
  private final List<Permission> permissions = new ArrayList<>();
  private final List<CloudTemplate.NestedStack> stacks = new ArrayList<>();

  /** The APIs' documents, whose routes are led to their functions once all are known. */
  private final Map<String, ApiDocument> documents = new LinkedHashMap<>();

  ResourceReader(PhysicalNames names) {
    this.names = names;
  }

  /**
   * Reads a resource.
   *
   * @param whole the resource with its properties evaluated
   * @param functionReader that of its template
   */
  void read(
      PhysicalNames.Resource resource,
      TemplateNode.Mapping whole,
      TemplateNode.Mapping properties,
      FunctionReader functionReader) {
    if (resources.put(resource.logicalId(), whole) != null) {
      throw whole
          .position()
          .refuse("Another stack's resource is called " + resource.logicalId() + ", too");
    }
    switch (resource.type()) {
      case ResourceTypes.TABLE -> tables.add(TableReader.read(resource, properties, names));
      case ResourceTypes.QUEUE -> queues.add(QueueReader.read(resource, properties, names));
      case ResourceTypes.KMS_KEY ->
          keys.add(new KmsKey(resource.logicalId(), attribute(names, resource, "Arn")));
      case ResourceTypes.HTTP_API -> readApi(resource, properties);
      case ResourceTypes.FUNCTION -> functions.add(functionReader.read(resource, properties));
      case ResourceTypes.PERMISSION -> permissions.add(PermissionReader.read(resource, properties));
      default -> {
        // Checked before: what is left means nothing on one machine.
      }
    }
  }

  void add(CloudTemplate.NestedStack stack) {
    stacks.add(stack);
  }

  CloudTemplate build(
      Map<String, String> parameters, Map<String, String> outputs, TemplateNode.Mapping document) {
    RouteResolver routes = new RouteResolver(names, functions, permissions);
    CloudTemplate template =
        new CloudTemplate(
            parameters,
            tables,
            queues,
            keys,
            apis,
            routes.resolve(documents),
            permissions,
            stacks,
            outputs,
            resources,
            document);
    new ReferenceChecks(template).check();
    return template;
  }

  private void readApi(PhysicalNames.Resource resource, TemplateNode.Mapping properties) {
    Optional<ApiDocument> document =
        HttpApiReader.document(resource, names.reference(resource), properties);
    document.ifPresent(found -> documents.put(resource.logicalId(), found));
    apis.add(HttpApiReader.read(resource, properties, document));
  }

  /** An attribute that resources of that type have. */
  static String attribute(PhysicalNames names, PhysicalNames.Resource resource, String attribute) {
    return names
        .attribute(resource, attribute)
        .orElseThrow(
            () -> new IllegalStateException("No " + attribute + " for " + resource.logicalId()));
  }
}
