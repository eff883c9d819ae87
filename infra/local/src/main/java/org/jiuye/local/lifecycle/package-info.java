/** Stops in order what was started. */
@NullMarked
package org.jiuye.local.lifecycle;

import org.jspecify.annotations.NullMarked;
