package org.jiuye.checks.localstack;

import java.util.HashMap;
import java.util.Map;
import org.jiuye.shared.person.PersonCipher;
import org.jiuye.shared.person.PersonKeyConfiguration;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.TableConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Seals and opens as a function does that has just started, under the key of a deployed stack. */
final class SealingFunction implements AutoCloseable {
  private final String table;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  SealingFunction(DeployedStack stack) {
    table = stack.template().tables().getFirst().name();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "function",
                Map.of(
                    "AWS_REGION",
                    LocalStack.REGION.id(),
                    "TABLE_NAME",
                    table,
                    "PERSON_KEY_ARN",
                    stack.personKeyArn(),
                    "jiuye.endpoint",
                    stack.endpoint().toString(),
                    "jiuye.access-key-id",
                    "test",
                    "jiuye.secret-access-key",
                    "test")));
    context.register(TableConfiguration.class, PersonKeyConfiguration.class);
    context.refresh();
  }

  PersonCipher cipher() {
    return context.getBean(PersonCipher.class);
  }

  /** Puts the wrapped data key of one person where another one's is. */
  void giveDataKey(String from, String to) {
    DynamoDbClient client = context.getBean(DynamoDbClient.class);
    Map<String, AttributeValue> item =
        new HashMap<>(client.getItem(get -> get.tableName(table).key(key(from))).item());
    item.putAll(key(to));
    client.putItem(put -> put.tableName(table).item(item));
  }

  private static Map<String, AttributeValue> key(String personId) {
    return new Key("KEY#" + personId, "KEY").attributes();
  }

  @Override
  public void close() {
    context.close();
  }
}
