/** Tests of how notifications are written out. */
@NullMarked
package org.jiuye.notification.inbox;

import org.jspecify.annotations.NullMarked;
