/** Tests of the package of the same name. */
@NullMarked
package org.jiuye.local.lambda;

import org.jspecify.annotations.NullMarked;
