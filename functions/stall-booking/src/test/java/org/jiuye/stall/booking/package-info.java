@NullMarked
package org.jiuye.stall.booking;

import org.jspecify.annotations.NullMarked;
