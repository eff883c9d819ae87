package org.jiuye.shared.table;

import java.time.Duration;
import org.jiuye.shared.aws.AwsConnection;
import org.jiuye.shared.aws.Retry;
import org.jiuye.shared.json.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table and its client. */
@Configuration(proxyBeanMethods = false)
public class TableConfiguration {
  /** Far beyond what the table needs, and within an invocation: the rest is for another try. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  /** The client, which tries nothing again by itself: {@link Retry} does, within the invocation. */
  @Bean
  DynamoDbClient dynamoDbClient(Environment environment) {
    return AwsConnection.of(environment).client(DynamoDbClient.builder(), LONGEST_SILENCE);
  }

  @Bean
  Table table(DynamoDbClient client, Environment environment) {
    return new Table(client, environment.getRequiredProperty("TABLE_NAME"));
  }

  @Bean
  Items items() {
    return new Items(Json.MAPPER);
  }
}
