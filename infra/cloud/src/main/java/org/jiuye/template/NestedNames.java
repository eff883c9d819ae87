package org.jiuye.template;

import java.util.Optional;

/** The names in a nested stack: it has a name of its own, under that of the stack around it. */
record NestedNames(PhysicalNames around, String logicalId) implements PhysicalNames {

  @Override
  public Optional<String> pseudoParameter(String name) {
    Optional<String> value = around.pseudoParameter(name);
    return switch (name) {
      case "AWS::StackName" -> value.map(stack -> stack + "-" + logicalId);
      case "AWS::StackId" -> value.map(id -> id.replaceFirst("(:stack/[^/]*)", "$1-" + logicalId));
      default -> value;
    };
  }

  @Override
  public String reference(Resource resource) {
    return around.reference(resource);
  }

  @Override
  public Optional<String> attribute(Resource resource, String attribute) {
    return around.attribute(resource, attribute);
  }
}
