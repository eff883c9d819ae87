/**
 * Bookings, places in the waiting list and closures, and what may happen to them. Pure Java: no
 * Spring, no AWS, no clock of its own.
 */
@NullMarked
package org.jiuye.stall.session.model;

import org.jspecify.annotations.NullMarked;
