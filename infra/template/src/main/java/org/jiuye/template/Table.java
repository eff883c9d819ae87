package org.jiuye.template;

import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param logicalId its name in the template
 * @param name its name in the cloud, what {@code !Ref} gives
 * @param streamViewType {@code NEW_AND_OLD_IMAGES} and so on, empty without a stream
 * @param timeToLiveAttribute the attribute by which items expire, empty without
 */
public record Table(
    String logicalId,
    String name,
    String arn,
    String partitionKey,
    Optional<String> sortKey,
    Optional<String> streamViewType,
    Optional<String> timeToLiveAttribute) {}
