@NullMarked
package org.jiuye.stall.night;

import org.jspecify.annotations.NullMarked;
