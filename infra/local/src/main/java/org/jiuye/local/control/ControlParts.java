package org.jiuye.local.control;

import org.jiuye.local.clock.CountyClock;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.local.schedule.Schedules;
import org.jiuye.template.CloudTemplate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What the control looks at and moves.
 *
 * @param dynamoDb may do everything with the table
 * @param sqs may do everything with the queues
 * @param documents what readers are shown
 */
public record ControlParts(
    CloudTemplate template,
    FunctionRuntimes functions,
    CountyClock clock,
    Schedules schedules,
    DynamoDbClient dynamoDb,
    SqsClient sqs,
    LocalIssuer issuer,
    Documents documents) {}
