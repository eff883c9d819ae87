package org.jiuye.checks.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds JSON against JSON Schema 2020-12, formats included. */
public final class SchemaCheck {
  private static final SchemaRegistry REGISTRY = registry(Map.of());

  private final Schema schema;

  /** A check against a schema that stands alone. */
  public SchemaCheck(JsonNode schema) {
    this(schema, REGISTRY);
  }

  private SchemaCheck(JsonNode schema, SchemaRegistry registry) {
    this.schema = registry.getSchema(schema);
    this.schema.initializeValidators();
  }

  /**
   * A check against a schema that refers to others.
   *
   * @param others the others, as JSON, by their {@code $id}
   */
  public static SchemaCheck of(JsonNode schema, Map<String, String> others) {
    return new SchemaCheck(schema, registry(others));
  }

  private static SchemaRegistry registry(Map<String, String> schemas) {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemas(schemas)
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ROOT)
                        .pathType(PathType.JSON_POINTER)
                        .build()));
  }

  /** What is wrong with a value, each with its place; empty when nothing is. */
  public List<String> deviations(JsonNode value) {
    return schema.validate(value).stream()
        .map(error -> "%s %s".formatted(error.getInstanceLocation(), error.getMessage()).strip())
        .toList();
  }
}
