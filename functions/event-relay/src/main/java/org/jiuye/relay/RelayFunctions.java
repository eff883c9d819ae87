package org.jiuye.relay;

import java.io.InputStream;
import java.time.Duration;
import java.util.function.Function;
import org.jiuye.relay.model.Subscriptions;
import org.jiuye.shared.aws.AwsConnection;
import org.jiuye.shared.invocation.RuntimeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The relay's front door: {@code eventRelay} takes batches of the table's stream. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(RuntimeConfiguration.class)
public class RelayFunctions {
  /** How long to wait for a queue's answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  public static void main(String[] arguments) {
    SpringApplication.run(RelayFunctions.class, arguments);
  }

  @Bean
  Function<Message<InputStream>, byte[]> eventRelay(SqsClient sqsClient, Environment environment) {
    String parkingQueueUrl = environment.getRequiredProperty("PARKING_QUEUE_URL");
    Subscriptions subscriptions =
        Subscriptions.parse(environment.getRequiredProperty("SUBSCRIPTIONS"), parkingQueueUrl);
    Parking parking = new Parking(parkingQueueUrl);
    StreamRecords records = new StreamRecords();
    return new RelayFunction(
        records,
        new RelayEvents(
            records, new RecordReader(), subscriptions, parking, new QueueSender(sqsClient)));
  }

  /** The client, which never retries by itself: {@link QueueSender} does. */
  @Bean
  SqsClient sqsClient(Environment environment) {
    return AwsConnection.of(environment).client(SqsClient.builder(), PATIENCE);
  }
}
