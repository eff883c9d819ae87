/** Fires the template's schedules as EventBridge Scheduler does. */
@NullMarked
package org.jiuye.local.schedule;

import org.jspecify.annotations.NullMarked;
