/** The inboxes: what stands in them, how it is written out, and how it is read. */
@NullMarked
package org.jiuye.notification.inbox;

import org.jspecify.annotations.NullMarked;
