package org.jiuye.runtime;

import java.time.Duration;

/**
 * What became of an invocation.
 *
 * @param failed whether the function failed, so that AWS tries the event again or answers 5xx for
 *     it
 * @param body the answer's JSON, or Lambda's report of the failure
 * @param took the time from the moment at which the event was there to be taken
 */
public record Outcome(boolean failed, String body, Duration took) {}
