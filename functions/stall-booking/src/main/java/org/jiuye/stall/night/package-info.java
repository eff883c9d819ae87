/** The night itself: check-in, roster, closures, reminders, and what each booking came to. */
@NullMarked
package org.jiuye.stall.night;

import org.jspecify.annotations.NullMarked;
