/** The night market: sites, sessions and the booking of stalls. */
@NullMarked
package org.jiuye.stall;

import org.jspecify.annotations.NullMarked;
