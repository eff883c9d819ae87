package org.jiuye.contract.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12, formats included) that may refer to one another by their ids. */
public final class Schemas {
  private final SchemaRegistry registry;
  private final Map<ObjectNode, Schema> read = new ConcurrentHashMap<>();

  private Schemas(Map<String, String> byId) {
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(byId)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .errorMessageKeyword("x-message")
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ROOT)
                            .pathType(PathType.JSON_POINTER)
                            .build()));
  }

  /** Schemas that refer to these, and to nothing else. */
  public static Schemas of(Collection<ObjectNode> documents) {
    Map<String, String> byId = new TreeMap<>();
    documents.forEach(document -> byId.put(document.path("$id").asString(), document.toString()));
    return new Schemas(byId);
  }

  /** What is wrong with a value by a schema, each with its place; empty where nothing is. */
  public List<Deviation> deviations(ObjectNode schema, JsonNode value) {
    return read.computeIfAbsent(schema, registry::getSchema).validate(value).stream()
        .map(
            error ->
                new Deviation(
                    JsonPointer.compile(error.getInstanceLocation().toString()),
                    error.getMessage().strip()))
        .toList();
  }

  /**
   * What is wrong with a part of a value.
   *
   * @param place where the part stands in it
   */
  public record Deviation(JsonPointer place, String reason) {
    @Override
    public String toString() {
      return (place + " " + reason).strip();
    }
  }
}
