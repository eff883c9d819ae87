package org.jiuye.local.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.jiuye.template.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Who is behind an account; written once, as the registry does for real accounts. */
final class AccountLinks {

  private static final String PERSON_ID = "personId";
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int HASH_CHARACTERS = 26;

  private final DynamoDbClient dynamoDb;
  private final Table table;

  AccountLinks(DynamoDbClient dynamoDb, Table table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * Links an account to a person, unless it is linked already.
   *
   * @return the person behind the account from now on
   */
  String link(String sub, String personId) {
    Map<String, AttributeValue> key = key(sub);
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(PERSON_ID, AttributeValue.fromS(personId));
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(table.name())
                  .item(item)
                  .conditionExpression("attribute_not_exists(#key)")
                  .expressionAttributeNames(Map.of("#key", table.partitionKey())));
      return personId;
    } catch (ConditionalCheckFailedException linkedBefore) {
      return linked(key);
    }
  }

  private String linked(Map<String, AttributeValue> key) {
    AttributeValue personId =
        dynamoDb
            .getItem(get -> get.tableName(table.name()).key(key).consistentRead(true))
            .item()
            .get(PERSON_ID);
    if (personId == null) {
      throw new IllegalStateException("An account's link names no person");
    }
    return personId.s();
  }

  private Map<String, AttributeValue> key(String sub) {
    return Map.of(
        table.partitionKey(),
        AttributeValue.fromS("ACCOUNT#" + sub),
        table.sortKey().orElseThrow(),
        AttributeValue.fromS("ACCOUNT"));
  }

  /** The person that an account is linked to where nobody names one. */
  static String personFor(String sub) {
    return "person-" + (sub.matches("[A-Za-z0-9-]{1,64}") ? sub : hash(sub));
  }

  private static String hash(String sub) {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-256").digest(sub.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte octet : digest) {
      buffer = (buffer << 8) | (octet & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((buffer >> bits) & 31));
      }
    }
    return text.substring(0, HASH_CHARACTERS);
  }
}
