/** Tests of what a notification is and whom it concerns. */
@NullMarked
package org.jiuye.notification.model;

import org.jspecify.annotations.NullMarked;
