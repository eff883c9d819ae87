/** Tests of the runtime, with a small handler in the place of a package. */
@NullMarked
package org.jiuye.runtime;

import org.jspecify.annotations.NullMarked;
