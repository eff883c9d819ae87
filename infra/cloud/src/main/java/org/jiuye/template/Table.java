package org.jiuye.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param logicalId its name in the template
 * @param name its name in the cloud, what {@code !Ref} gives
 * @param streamViewType {@code NEW_AND_OLD_IMAGES} and so on, empty without a stream
 * @param attributeTypes the types ({@code S}, {@code N}, {@code B}) of what keys are made of
 * @param timeToLiveAttribute the attribute by which items expire, empty without
 */
public record Table(
    String logicalId,
    String name,
    String arn,
    String partitionKey,
    Optional<String> sortKey,
    Map<String, String> attributeTypes,
    List<Index> indexes,
    Optional<String> streamViewType,
    Optional<String> timeToLiveAttribute) {

  /**
   * A secondary index.
   *
   * @param isGlobal whether it has a partition key of its own
   * @param projectionType {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
   * @param nonKeyAttributes what {@code INCLUDE} adds to the keys
   */
  public record Index(
      String name,
      boolean isGlobal,
      String partitionKey,
      Optional<String> sortKey,
      String projectionType,
      List<String> nonKeyAttributes) {}
}
