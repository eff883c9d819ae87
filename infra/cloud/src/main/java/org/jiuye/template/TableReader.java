package org.jiuye.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tables. */
final class TableReader {

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "TableName",
          "AttributeDefinitions",
          "KeySchema",
          "GlobalSecondaryIndexes",
          "LocalSecondaryIndexes",
          "StreamSpecification",
          "TimeToLiveSpecification",
          // Cost, protection and tags: the cloud's own affair.
          "BillingMode",
          "ProvisionedThroughput",
          "PointInTimeRecoverySpecification",
          "SSESpecification",
          "DeletionProtectionEnabled",
          "TableClass",
          "ContributorInsightsSpecification",
          "Tags");
  private static final Set<String> INDEX =
      Set.of("IndexName", "KeySchema", "Projection", "ProvisionedThroughput");

  private TableReader() {}

  static Table read(
      PhysicalNames.Resource resource, TemplateNode.Mapping mapping, PhysicalNames names) {
    Properties properties = new Properties(resource.logicalId(), mapping, UNDERSTOOD);
    Map<String, String> attributeTypes = new LinkedHashMap<>();
    for (TemplateNode.Mapping attribute : properties.mappings("AttributeDefinitions")) {
      Properties definition =
          new Properties(resource.logicalId(), attribute, Set.of("AttributeName", "AttributeType"));
      attributeTypes.put(
          definition.requiredText("AttributeName"), definition.requiredText("AttributeType"));
    }
    KeySchema key = KeySchema.read(properties, attributeTypes);
    List<Table.Index> indexes = new ArrayList<>(indexes(properties, true, attributeTypes));
    indexes.addAll(indexes(properties, false, attributeTypes));
    return new Table(
        resource.logicalId(),
        names.reference(resource),
        ResourceReader.attribute(names, resource, "Arn"),
        key.partitionKey(),
        key.sortKey(),
        attributeTypes,
        indexes,
        properties.nested("StreamSpecification", Set.of("StreamViewType")).text("StreamViewType"),
        timeToLive(properties));
  }

  private static Optional<String> timeToLive(Properties properties) {
    Properties timeToLive =
        properties.nested("TimeToLiveSpecification", Set.of("AttributeName", "Enabled"));
    return timeToLive.flag("Enabled", false)
        ? Optional.of(timeToLive.requiredText("AttributeName"))
        : Optional.empty();
  }

  private static List<Table.Index> indexes(
      Properties table, boolean isGlobal, Map<String, String> attributeTypes) {
    String property = isGlobal ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
    List<Table.Index> indexes = new ArrayList<>();
    for (TemplateNode.Mapping mapping : table.mappings(property)) {
      Properties index = new Properties(property, mapping, INDEX);
      KeySchema key = KeySchema.read(index, attributeTypes);
      Properties projection =
          index.nested("Projection", Set.of("ProjectionType", "NonKeyAttributes"));
      indexes.add(
          new Table.Index(
              index.requiredText("IndexName"),
              isGlobal,
              key.partitionKey(),
              key.sortKey(),
              projection.requiredText("ProjectionType"),
              projection.texts("NonKeyAttributes")));
    }
    return indexes;
  }

  private record KeySchema(String partitionKey, Optional<String> sortKey) {

    static KeySchema read(Properties owner, Map<String, String> attributeTypes) {
      Map<String, String> names = new LinkedHashMap<>();
      for (TemplateNode.Mapping mapping : owner.mappings("KeySchema")) {
        Properties part = new Properties("KeySchema", mapping, Set.of("AttributeName", "KeyType"));
        String name = part.requiredText("AttributeName");
        if (!attributeTypes.containsKey(name)) {
          throw part.refuse("AttributeName", "is not among the AttributeDefinitions: " + name);
        }
        names.put(part.requiredText("KeyType"), name);
      }
      String partitionKey = names.get("HASH");
      if (partitionKey == null) {
        throw owner.refuse("KeySchema", "has no HASH key");
      }
      return new KeySchema(partitionKey, Optional.ofNullable(names.get("RANGE")));
    }
  }
}
