/** Tests of what a notification is. */
@NullMarked
package org.jiuye.notification.inbox.model;

import org.jspecify.annotations.NullMarked;
