package org.jiuye.template;

import java.util.List;
import java.util.Map;

/**
 * A statement of an IAM policy.
 *
 * @param effect {@code Allow} or {@code Deny}
 * @param conditions operator to key to values, for example {@code ForAllValues:StringLike →
 *     dynamodb:LeadingKeys → STALL#*}
 */
public record PolicyStatement(
    String sid,
    String effect,
    List<String> actions,
    List<String> resources,
    Map<String, Map<String, List<String>>> conditions) {}
