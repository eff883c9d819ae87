/** Sites, sessions, bookings and the rules of booking, in pure Java. */
@NullMarked
package org.jiuye.stall.model;

import org.jspecify.annotations.NullMarked;
