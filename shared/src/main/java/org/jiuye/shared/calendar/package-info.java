/** County time, service nights that cross midnight, ISO weeks, working days. */
@NullMarked
package org.jiuye.shared.calendar;

import org.jspecify.annotations.NullMarked;
