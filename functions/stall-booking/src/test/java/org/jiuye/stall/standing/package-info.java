@NullMarked
package org.jiuye.stall.standing;

import org.jspecify.annotations.NullMarked;
