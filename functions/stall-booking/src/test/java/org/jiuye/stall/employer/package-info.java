@NullMarked
package org.jiuye.stall.employer;

import org.jspecify.annotations.NullMarked;
