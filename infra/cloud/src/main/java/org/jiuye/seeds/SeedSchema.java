package org.jiuye.seeds;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import org.jiuye.yaml.YamlDocument;

/** One kind of seed: its JSON Schema and the rules beside it. */
record SeedSchema(String kind, Schema schema, SeedRules rules) {

  /** Everything in the file that the JSON Schema forbids. */
  List<SeedError> validate(SeedFile file) {
    return schema.validate(file.root()).stream().map(error -> at(file, error)).distinct().toList();
  }

  private static SeedError at(SeedFile file, Error error) {
    String pointer = error.getInstanceLocation().toString();
    return switch (error.getKeyword()) {
      case "additionalProperties", "propertyNames" ->
          file.keyError(
              pointer + "/" + YamlDocument.escape(error.getProperty()), "is not a known property");
      case "const" -> file.error(pointer, "must be " + error.getSchemaNode());
      case "enum" -> file.error(pointer, "must be one of " + error.getSchemaNode());
      default -> file.error(pointer, error.getMessage());
    };
  }
}
