/** Tells caseworkers what happened in their divisions: the inbox and what fills it. */
@NullMarked
package org.jiuye.notification;

import org.jspecify.annotations.NullMarked;
