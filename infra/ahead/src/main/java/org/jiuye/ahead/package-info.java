/** Works a function's Spring context out ahead of time, a step of its package's build. */
@NullMarked
package org.jiuye.ahead;

import org.jspecify.annotations.NullMarked;
