package org.jiuye.local.control;

import java.math.BigDecimal;
import java.util.Map;
import org.jiuye.template.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The county's caseworkers and wardens, as its seeds name them. */
final class Caseworkers {

  private static final JsonMapper JSON = new JsonMapper();

  private final DynamoDbClient dynamoDb;
  private final Table table;

  Caseworkers(DynamoDbClient dynamoDb, Table table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  ArrayNode list() {
    ArrayNode list = JSON.createArrayNode();
    QueryIterable pages =
        dynamoDb.queryPaginator(
            query ->
                query
                    .tableName(table.name())
                    .keyConditionExpression("#key = :caseworkers")
                    .expressionAttributeNames(Map.of("#key", table.partitionKey()))
                    .expressionAttributeValues(
                        Map.of(":caseworkers", AttributeValue.fromS("COUNTY#CASEWORKERS"))));
    for (Map<String, AttributeValue> item : pages.items()) {
      ObjectNode caseworker = list.addObject();
      for (String field : new String[] {"personId", "name", "role", "divisions", "sample"}) {
        AttributeValue value = item.get(field);
        if (value != null) {
          caseworker.set(field, json(value));
        }
      }
    }
    return list;
  }

  private static JsonNode json(AttributeValue value) {
    return switch (value.type()) {
      case S -> JSON.valueToTree(value.s());
      case N -> JSON.valueToTree(new BigDecimal(value.n()));
      case BOOL -> JSON.valueToTree(value.bool());
      case SS -> JSON.valueToTree(value.ss());
      case L -> {
        ArrayNode list = JSON.createArrayNode();
        value.l().forEach(element -> list.add(json(element)));
        yield list;
      }
      case M -> {
        ObjectNode map = JSON.createObjectNode();
        value.m().forEach((name, element) -> map.set(name, json(element)));
        yield map;
      }
      default -> JSON.nullNode();
    };
  }
}
