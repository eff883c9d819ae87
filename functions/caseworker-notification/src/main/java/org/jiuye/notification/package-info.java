/** Tells people what concerns them: the inboxes, and what fills them. */
@NullMarked
package org.jiuye.notification;

import org.jspecify.annotations.NullMarked;
