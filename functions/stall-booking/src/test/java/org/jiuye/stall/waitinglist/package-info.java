@NullMarked
package org.jiuye.stall.waitinglist;

import org.jspecify.annotations.NullMarked;
