/** What a notification is, what an event has to tell, and whom it concerns. */
@NullMarked
package org.jiuye.notification.model;

import org.jspecify.annotations.NullMarked;
