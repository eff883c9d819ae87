@NullMarked
package org.jiuye.stall.market;

import org.jspecify.annotations.NullMarked;
