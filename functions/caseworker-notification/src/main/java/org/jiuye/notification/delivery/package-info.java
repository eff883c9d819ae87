/** Turns events into notifications, by the notices of those who tell the events. */
@NullMarked
package org.jiuye.notification.delivery;

import org.jspecify.annotations.NullMarked;
