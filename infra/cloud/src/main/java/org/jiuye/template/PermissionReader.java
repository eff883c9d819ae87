package org.jiuye.template;

import java.util.Set;

/** Reads who else may invoke a function. */
final class PermissionReader {

  private static final Set<String> UNDERSTOOD =
      Set.of("FunctionName", "Action", "Principal", "SourceArn");

  private PermissionReader() {}

  static Permission read(PhysicalNames.Resource resource, TemplateNode.Mapping mapping) {
    Properties properties = new Properties(resource.logicalId(), mapping, UNDERSTOOD);
    if (!properties.requiredText("Action").equals("lambda:InvokeFunction")) {
      throw properties.refuse("Action", "must be lambda:InvokeFunction");
    }
    return new Permission(
        resource.logicalId(),
        properties.requiredText("FunctionName"),
        properties.requiredText("Principal"),
        properties.requiredText("SourceArn"));
  }
}
