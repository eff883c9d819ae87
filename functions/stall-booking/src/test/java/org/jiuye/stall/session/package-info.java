@NullMarked
package org.jiuye.stall.session;

import org.jspecify.annotations.NullMarked;
