@NullMarked
package org.jiuye.stall.site;

import org.jspecify.annotations.NullMarked;
