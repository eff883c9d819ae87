package org.jiuye.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jiuye.shared.aws.AwsHttpClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Does by hand what the measured routes of the functions do: finds who calls by the account, and
 * sends DynamoDB the same requests.
 */
public final class PlainHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String ULID_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private final String table = System.getenv("TABLE_NAME");
  private final Map<String, AttributeValue> persons = new ConcurrentHashMap<>();
  private final DynamoDbClient client =
      DynamoDbClient.builder().httpClient(httpClient(System.getenv("HTTP_CLIENT"))).build();

  private static SdkHttpClient httpClient(@Nullable String name) {
    return switch (name == null ? "" : name) {
      case "apache" -> ApacheHttpClient.create();
      case "apache5" -> Apache5HttpClient.create();
      case "crt" -> AwsCrtHttpClient.create();
      case "url-connection" -> UrlConnectionHttpClient.create();
      default -> AwsHttpClient.create(LONGEST_SILENCE);
    };
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String account = event.getRequestContext().getAuthorizer().getJwt().getClaims().get("sub");
    AttributeValue personId = persons.computeIfAbsent(account, this::personOf);
    if (event.getRouteKey().equals("POST /employers")) {
      register(personId, event.getBody());
      return answer(201, event.getBody());
    }
    String id = Objects.requireNonNull(event.getPathParameters().get("notificationId"));
    return answer(200, read(personId, id));
  }

  private AttributeValue personOf(String account) {
    return Objects.requireNonNull(
        client
            .getItem(
                get ->
                    get.tableName(table)
                        .key(key("ACCOUNT#" + account, "ACCOUNT"))
                        .consistentRead(true))
            .item()
            .get("personId"));
  }

  /** An employer, and the same once more in the list of those that wait. */
  private void register(AttributeValue personId, String body) {
    Map<String, AttributeValue> key = key("STALL#EMPLOYER#" + UUID.randomUUID(), "EMPLOYER");
    client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    Map<String, AttributeValue> item =
        Map.of(
            "pk", key.get("pk"),
            "sk", key.get("sk"),
            "personId", personId,
            "body", AttributeValue.fromS(body));
    Map<String, AttributeValue> listed =
        Map.of(
            "pk", AttributeValue.fromS("STALL#EMPLOYERS#PENDING"),
            "sk", key.get("pk"),
            "personId", personId,
            "body", AttributeValue.fromS(body));
    TransactWriteItem first =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
            .build();
    TransactWriteItem second =
        TransactWriteItem.builder().put(put -> put.tableName(table).item(listed)).build();
    client.transactWriteItems(write -> write.transactItems(first, second));
  }

  /** A message is found by its id, a ULID, and marked where nobody has marked it. */
  private String read(AttributeValue personId, String id) {
    long millis = 0;
    for (char digit : id.substring(0, 10).toCharArray()) {
      millis = millis << 5 | ULID_DIGITS.indexOf(digit);
    }
    Map<String, AttributeValue> key =
        key("NOTICE#INBOX#" + personId.s(), TIME.format(Instant.ofEpochMilli(millis)) + "#" + id);
    Map<String, AttributeValue> message =
        client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(key)
                .updateExpression("SET #state = :read, readAt = :now")
                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(readAt)")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(
                    Map.of(
                        ":read", AttributeValue.fromS("READ"),
                        ":now", AttributeValue.fromS("2026-07-01T12:00:00+08:00"))));
    return json(message);
  }

  /** The texts of an item, none of which needs an escape. */
  private static String json(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .filter(entry -> entry.getValue().s() != null)
        .map(entry -> '"' + entry.getKey() + "\":\"" + entry.getValue().s() + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  private static APIGatewayV2HTTPResponse answer(int status, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("content-type", "application/json"))
        .withBody(body)
        .build();
  }
}
