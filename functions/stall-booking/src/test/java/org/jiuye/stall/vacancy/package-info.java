@NullMarked
package org.jiuye.stall.vacancy;

import org.jspecify.annotations.NullMarked;
