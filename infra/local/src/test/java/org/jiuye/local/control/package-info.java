/** Tests of the package of the same name. */
@NullMarked
package org.jiuye.local.control;

import org.jspecify.annotations.NullMarked;
