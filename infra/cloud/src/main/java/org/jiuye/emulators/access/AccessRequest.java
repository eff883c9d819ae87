package org.jiuye.emulators.access;

import java.util.List;
import java.util.Map;

/**
 * One thing that a caller wants to do.
 *
 * @param action for example {@code dynamodb:PutItem}
 * @param resource the ARN of what it is done to
 * @param context the values of condition keys; a key that a request does not have is absent
 */
public record AccessRequest(String action, String resource, Map<String, List<String>> context) {

  static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  static final String ENCLOSING_OPERATION = "dynamodb:EnclosingOperation";
}
