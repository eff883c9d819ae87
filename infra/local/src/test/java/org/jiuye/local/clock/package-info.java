/** Tests of the package of the same name. */
@NullMarked
package org.jiuye.local.clock;

import org.jspecify.annotations.NullMarked;
