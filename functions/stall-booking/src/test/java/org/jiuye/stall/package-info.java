/** Tests of stall booking. */
@NullMarked
package org.jiuye.stall;

import org.jspecify.annotations.NullMarked;
