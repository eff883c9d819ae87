/** County time, services that cross midnight, seasons, ISO weeks and working days. */
@NullMarked
package org.jiuye.shared.calendar;

import org.jspecify.annotations.NullMarked;
