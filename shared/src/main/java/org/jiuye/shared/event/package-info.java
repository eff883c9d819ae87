/**
 * Events: the envelope, the outbox that rides in items, consumers of queues, streams and schedules.
 */
@NullMarked
package org.jiuye.shared.event;

import org.jspecify.annotations.NullMarked;
