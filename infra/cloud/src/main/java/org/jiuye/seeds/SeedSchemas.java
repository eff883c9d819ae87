package org.jiuye.seeds;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kinds of seed there are: one {@code KIND.schema.json} each. A county's file {@code KIND.yaml}
 * and all files in its folder {@code KIND/} are of that kind.
 */
final class SeedSchemas {

  private static final String SUFFIX = ".schema.json";

  /** Holds what several schemas share; no kind of its own. */
  private static final String COMMON = "common";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Map<String, SeedSchema> byKind;

  private SeedSchemas(Map<String, SeedSchema> byKind) {
    this.byKind = byKind;
  }

  /**
   * Reads the schemas.
   *
   * @throws IllegalStateException when one of them is no schema, or two are of one kind
   */
  static SeedSchemas read(List<Path> folders) {
    Map<String, ObjectNode> documents = new TreeMap<>();
    for (Path folder : folders) {
      for (Path file : SeedFolder.filesIn(folder)) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(SUFFIX)
            && documents.put(name.substring(0, name.length() - SUFFIX.length()), document(file))
                != null) {
          throw new IllegalStateException(file + ": another folder has a schema of this kind");
        }
      }
    }
    SchemaRegistry registry = registry(documents.values());
    Map<String, SeedSchema> byKind = new TreeMap<>();
    documents.forEach(
        (kind, document) -> {
          if (!kind.equals(COMMON)) {
            byKind.put(kind, schema(kind, document, registry));
          }
        });
    return new SeedSchemas(byKind);
  }

  /** The kind of the file at this path within the county's folder, or nothing if there is none. */
  @Nullable SeedSchema of(Path relative) {
    String first = relative.getName(0).toString();
    return byKind.get(
        relative.getNameCount() > 1 ? first : first.substring(0, first.lastIndexOf('.')));
  }

  Collection<SeedSchema> all() {
    return byKind.values();
  }

  private static ObjectNode document(Path file) {
    try {
      if (JSON.readTree(Files.readString(file)) instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalStateException(file + " is not a JSON object");
    } catch (JacksonException e) {
      throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaRegistry registry(Collection<ObjectNode> documents) {
    Map<String, String> byId = new TreeMap<>();
    documents.forEach(
        document -> byId.put(document.path("$id").asString(), document.deepCopy().toString()));
    return SchemaRegistry.withDefaultDialect(
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

  private static SeedSchema schema(String kind, ObjectNode document, SchemaRegistry registry) {
    try {
      ObjectNode rules = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> property : document.properties()) {
        if (property.getKey().startsWith("x-")) {
          rules.set(property.getKey(), property.getValue());
        }
      }
      Schema schema = registry.getSchema(SchemaLocation.of(document.path("$id").asString()));
      schema.initializeValidators();
      SeedRules read = JSON.treeToValue(rules, SeedRules.class);
      read.checks().forEach(rule -> NamedCheck.named(rule.check()));
      return new SeedSchema(kind, schema, read);
    } catch (JacksonException | SchemaException | IllegalArgumentException e) {
      throw new IllegalStateException(kind + SUFFIX + ": " + e.getMessage(), e);
    }
  }

  /** The partitions whose items seeds may write, and delete where they wrote them. */
  List<String> partitions() {
    return byKind.values().stream()
        .map(schema -> schema.rules().table())
        .filter(table -> table != null)
        .map(SeedRules.TableRule::pk)
        .distinct()
        .toList();
  }
}
