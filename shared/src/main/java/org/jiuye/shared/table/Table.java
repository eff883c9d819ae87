package org.jiuye.shared.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.aws.Retry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The one table. Every race is decided by one conditional or transactional write, whose verdict
 * tells which conditions did not hold.
 */
public final class Table {
  private final DynamoDbClient client;
  private final String name;
  private final SingleWriter singleWriter;
  private final TransactionWriter transactionWriter;

  public Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
    this.singleWriter = new SingleWriter(client, name);
    this.transactionWriter = new TransactionWriter(client, name);
  }

  /**
   * Reads an item as it stands, at half the price of a consistent read; it may be a second old.
   *
   * @return empty where there is none
   * @throws ContentionException when the invocation's time is over before an answer
   */
  public Optional<Map<String, AttributeValue>> get(Key key) {
    return get(key, false);
  }

  /**
   * Reads an item with every write that was answered before.
   *
   * @return empty where there is none
   * @throws ContentionException when the invocation's time is over before an answer
   */
  public Optional<Map<String, AttributeValue>> getConsistent(Key key) {
    return get(key, true);
  }

  /**
   * Reads one page of a partition's items.
   *
   * @throws ContentionException when the invocation's time is over before an answer
   */
  public Slice query(Query query) {
    Optional<Query> within = query.within();
    if (within.isEmpty()) {
      return new Slice(List.of(), Optional.empty());
    }
    QueryRequest request = request(within.get());
    QueryResponse response = Retry.untilVerdict(() -> client.query(request));
    return new Slice(
        response.items(),
        Optional.ofNullable(response.lastEvaluatedKey().get(Key.SORT)).map(AttributeValue::s));
  }

  /**
   * Reads all pages of a partition's items that a query asks for, its limit being that of one page.
   *
   * @throws ContentionException when the invocation's time is over before an answer
   */
  public List<Map<String, AttributeValue>> queryAll(Query query) {
    Slice slice = query(query);
    List<Map<String, AttributeValue>> items = new ArrayList<>(slice.items());
    while (slice.lastSort().isPresent()) {
      slice = query(query.after(slice.lastSort().get()));
      items.addAll(slice.items());
    }
    return items;
  }

  /**
   * Writes one item; several are a {@link Transaction}.
   *
   * @throws ContentionException when the invocation's time is over before a verdict, or when the
   *     answer was lost and nobody can tell any more whether it was written
   */
  public Verdict write(Write write) {
    Refusals refusals = write(List.of(write));
    return new Verdict(refusals.isEmpty(), refusals.obstacle(0));
  }

  /**
   * Writes one item, or several as one transaction: all or none. A transaction is safe to try again
   * after a lost answer, so an update that adds to what stands is one even alone.
   *
   * @param writes 1 to 100, each with another key
   */
  Refusals write(List<? extends Write> writes) {
    return writes.size() == 1 && !writes.getFirst().isUnsafeToRepeat()
        ? singleWriter.write(writes.getFirst())
        : transactionWriter.write(writes);
  }

  private Optional<Map<String, AttributeValue>> get(Key key, boolean consistent) {
    GetItemRequest request =
        GetItemRequest.builder()
            .tableName(name)
            .key(key.attributes())
            .consistentRead(consistent)
            .build();
    Map<String, AttributeValue> item = Retry.untilVerdict(() -> client.getItem(request)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  private QueryRequest request(Query query) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    values.put(":pk", AttributeValue.fromS(query.partition()));
    String condition = "pk = :pk";
    if (!query.sortPrefix().isEmpty()) {
      values.put(":sk", AttributeValue.fromS(query.sortPrefix()));
      condition += " AND begins_with(sk, :sk)";
    } else if (query.firstSort().isPresent()) {
      values.put(":sk", AttributeValue.fromS(query.firstSort().get()));
      condition += " AND sk >= :sk";
    }
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values)
            .scanIndexForward(query.ascending())
            .consistentRead(query.consistent());
    query.limit().ifPresent(request::limit);
    query
        .afterSort()
        .ifPresent(
            sort -> request.exclusiveStartKey(new Key(query.partition(), sort).attributes()));
    return request.build();
  }
}
