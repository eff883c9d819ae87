package org.jiuye.shared.table;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What became of the write of one item: it was written, or its condition did not hold.
 *
 * @param obstacle the item that stood in the way; empty where none did
 */
public record Verdict(boolean isWritten, Optional<Map<String, AttributeValue>> obstacle) {}
