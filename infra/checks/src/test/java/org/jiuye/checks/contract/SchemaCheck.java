package org.jiuye.checks.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Holds JSON against JSON Schema 2020-12, formats included. */
public final class SchemaCheck {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ROOT)
                      .pathType(PathType.JSON_POINTER)
                      .build()));

  private final Schema schema;

  /** A check against a schema that stands alone. */
  public SchemaCheck(JsonNode schema) {
    this.schema = REGISTRY.getSchema(schema);
    this.schema.initializeValidators();
  }

  /** What is wrong with a value, each with its place; empty when nothing is. */
  public List<String> deviations(JsonNode value) {
    return schema.validate(value).stream()
        .map(error -> "%s %s".formatted(error.getInstanceLocation(), error.getMessage()).strip())
        .toList();
  }
}
