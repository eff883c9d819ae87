@NullMarked
package org.jiuye.stall.frontage;

import org.jspecify.annotations.NullMarked;
