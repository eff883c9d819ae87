/** What may be booked, rule by rule. Pure Java: no Spring, no AWS, no clock of its own. */
@NullMarked
package org.jiuye.stall.booking.model;

import org.jspecify.annotations.NullMarked;
