package org.jiuye.template;

import java.util.Set;

/** Reads generated secrets. */
final class SecretReader {

  private static final Set<String> UNDERSTOOD =
      Set.of("Name", "Description", "KmsKeyId", "Tags", "GenerateSecretString");

  private SecretReader() {}

  static Secret read(
      PhysicalNames.Resource resource, TemplateNode.Mapping mapping, PhysicalNames names) {
    Properties properties = new Properties(resource.logicalId(), mapping, UNDERSTOOD);
    if (!properties.has("GenerateSecretString")) {
      throw properties.refuse("GenerateSecretString is missing: a secret is generated here");
    }
    Properties generation =
        properties.nested("GenerateSecretString", Set.of("PasswordLength", "ExcludePunctuation"));
    return new Secret(
        resource.logicalId(),
        names.reference(resource),
        generation.number("PasswordLength", 32),
        generation.flag("ExcludePunctuation", false));
  }
}
