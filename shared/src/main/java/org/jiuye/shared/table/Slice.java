package org.jiuye.shared.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One page of a partition.
 *
 * @param lastSort the sort key where the page ended, when there may be more behind it
 */
public record Slice(List<Map<String, AttributeValue>> items, Optional<String> lastSort) {}
