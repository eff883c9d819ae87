package org.jiuye.emulators.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.template.Table;
import tools.jackson.databind.JsonNode;

/** What requests to DynamoDB ask for. */
public final class DynamoDbAccess {

  private static final Pattern STATEMENT_TABLE =
      Pattern.compile(
          "(?i)\\b(?:FROM|INTO|UPDATE)\\s+\"?([A-Za-z0-9_.-]+)\"?(?:\\.\"?([A-Za-z0-9_.-]+)\"?)?");
  private static final Pattern STREAM_ARN =
      Pattern.compile("arn:[^|]*:table/([A-Za-z0-9_.-]+)(/stream/[^|]+)?");

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final String arnOfTables;

  /**
   * Knows these tables.
   *
   * @param arnOfTables what every table's ARN begins with, {@code table/} included
   */
  public DynamoDbAccess(List<Table> tables, String arnOfTables) {
    tables.forEach(table -> this.tables.put(table.name(), table));
    this.arnOfTables = arnOfTables;
  }

  /** What an operation of DynamoDB asks for, each item of a transaction by itself. */
  public List<AccessRequest> of(String operation, JsonNode body) {
    List<AccessRequest> requests =
        switch (operation) {
          case "GetItem", "DeleteItem", "UpdateItem" -> List.of(ofItem(operation, body, "Key"));
          case "PutItem" -> List.of(ofItem(operation, body, "Item"));
          case "Query" -> List.of(ofQuery(body));
          case "Scan" -> List.of(plain("Scan", resource(body)));
          case "BatchGetItem", "BatchWriteItem" -> ofBatch(operation, body.path("RequestItems"));
          case "TransactGetItems", "TransactWriteItems" ->
              ofTransaction(operation, body.path("TransactItems"));
          case "ExecuteStatement" -> List.of(ofStatement(body));
          case "BatchExecuteStatement" -> ofStatements(body.path("Statements"));
          case "ExecuteTransaction" -> ofStatements(body.path("TransactStatements"));
          default -> List.of(plain(operation, resource(body)));
        };
    // A request for nothing is refused by DynamoDB itself, whoever sends it.
    return requests.isEmpty() ? List.of(plain(operation, "*")) : requests;
  }

  /** What an operation on a table's stream asks for. */
  public List<AccessRequest> ofStream(String operation, JsonNode body) {
    String stream = body.path("StreamArn").asString(body.path("ShardIterator").asString(""));
    Matcher matcher = STREAM_ARN.matcher(stream);
    String resource =
        matcher.find()
            ? arn(matcher.group(1)) + Optional.ofNullable(matcher.group(2)).orElse("")
            : Optional.of(body.path("TableName").asString(""))
                .filter(name -> !name.isEmpty())
                .map(name -> arn(name) + "/stream/*")
                .orElse("*");
    return List.of(plain(operation, resource));
  }

  private AccessRequest ofItem(String operation, JsonNode body, String item) {
    String table = tableName(body);
    List<String> keys =
        partitionKey(table)
            .map(key -> AttributeText.of(body.path(item).path(key)))
            .orElse(List.of());
    return request(operation, arn(table), keys, Optional.empty());
  }

  private AccessRequest ofQuery(JsonNode body) {
    String index = body.path("IndexName").asString("");
    Optional<String> partitionKey =
        index.isEmpty()
            ? partitionKey(tableName(body))
            : Optional.ofNullable(tables.get(tableName(body))).stream()
                .flatMap(table -> table.indexes().stream())
                .filter(each -> each.name().equals(index))
                .map(Table.Index::partitionKey)
                .findFirst();
    List<String> keys =
        partitionKey.map(key -> KeyConditionParser.partitionKeys(body, key)).orElse(List.of());
    return request("Query", resource(body), keys, Optional.empty());
  }

  private List<AccessRequest> ofBatch(String operation, JsonNode requestItems) {
    List<AccessRequest> requests = new ArrayList<>();
    requestItems
        .properties()
        .forEach(
            entry -> {
              String table = nameOf(entry.getKey());
              List<String> keys = new ArrayList<>();
              String partitionKey = partitionKey(table).orElse("");
              entry
                  .getValue()
                  .path("Keys")
                  .forEach(key -> keys.addAll(AttributeText.of(key.path(partitionKey))));
              entry
                  .getValue()
                  .forEach(
                      write -> {
                        JsonNode put = write.path("PutRequest").path("Item");
                        JsonNode delete = write.path("DeleteRequest").path("Key");
                        keys.addAll(AttributeText.of(put.path(partitionKey)));
                        keys.addAll(AttributeText.of(delete.path(partitionKey)));
                      });
              requests.add(request(operation, arn(table), keys, Optional.empty()));
            });
    return requests;
  }

  private List<AccessRequest> ofTransaction(String operation, JsonNode items) {
    List<AccessRequest> requests = new ArrayList<>();
    for (JsonNode item : items) {
      item.properties()
          .forEach(
              entry -> {
                String action =
                    entry.getKey().equals("ConditionCheck")
                        ? "ConditionCheckItem"
                        : entry.getKey() + "Item";
                AccessRequest single =
                    ofItem(action, entry.getValue(), action.equals("PutItem") ? "Item" : "Key");
                requests.add(
                    request(
                        action,
                        single.resource(),
                        single.context().getOrDefault(AccessRequest.LEADING_KEYS, List.of()),
                        Optional.of(operation)));
              });
    }
    return requests;
  }

  private List<AccessRequest> ofStatements(JsonNode statements) {
    List<AccessRequest> requests = new ArrayList<>();
    statements.forEach(statement -> requests.add(ofStatement(statement)));
    return requests;
  }

  private AccessRequest ofStatement(JsonNode body) {
    String statement = body.path("Statement").asString("").strip();
    String verb = statement.replaceFirst("(?s)\\s.*", "").toUpperCase(Locale.ROOT);
    String action =
        switch (verb) {
          case "SELECT", "EXISTS" -> "PartiQLSelect";
          case "INSERT" -> "PartiQLInsert";
          case "DELETE" -> "PartiQLDelete";
          default -> "PartiQLUpdate";
        };
    Matcher matcher = STATEMENT_TABLE.matcher(statement);
    if (!matcher.find()) {
      return plain(action, "*");
    }
    String index = Optional.ofNullable(matcher.group(2)).map(name -> "/index/" + name).orElse("");
    return plain(action, arn(matcher.group(1)) + index);
  }

  private AccessRequest plain(String operation, String resource) {
    return request(operation, resource, List.of(), Optional.empty());
  }

  private static AccessRequest request(
      String operation, String resource, List<String> keys, Optional<String> enclosing) {
    Map<String, List<String>> context = new LinkedHashMap<>();
    if (!keys.isEmpty()) {
      context.put(AccessRequest.LEADING_KEYS, keys);
    }
    enclosing.ifPresent(name -> context.put(AccessRequest.ENCLOSING_OPERATION, List.of(name)));
    return new AccessRequest("dynamodb:" + operation, resource, context);
  }

  private String resource(JsonNode body) {
    String table = tableName(body);
    String index = body.path("IndexName").asString("");
    return table.isEmpty() ? "*" : index.isEmpty() ? arn(table) : arn(table) + "/index/" + index;
  }

  private Optional<String> partitionKey(String table) {
    return Optional.ofNullable(tables.get(table)).map(Table::partitionKey);
  }

  private String arn(String table) {
    return arnOfTables + table;
  }

  private static String tableName(JsonNode body) {
    return nameOf(body.path("TableName").asString(""));
  }

  /** A table may also be named by its ARN. */
  private static String nameOf(String nameOrArn) {
    return nameOrArn.startsWith("arn:")
        ? nameOrArn.substring(nameOrArn.indexOf('/') + 1)
        : nameOrArn;
  }
}
