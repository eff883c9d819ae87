@NullMarked
package org.jiuye.stall.booking.model;

import org.jspecify.annotations.NullMarked;
