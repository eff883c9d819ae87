/** Tests of the package of the same name. */
@NullMarked
package org.jiuye.local.schedule;

import org.jspecify.annotations.NullMarked;
