/** Booking a stall, looking at bookings, giving one back. */
@NullMarked
package org.jiuye.stall.booking;

import org.jspecify.annotations.NullMarked;
