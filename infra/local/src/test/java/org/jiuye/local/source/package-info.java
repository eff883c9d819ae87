/** Tests of the package of the same name. */
@NullMarked
package org.jiuye.local.source;

import org.jspecify.annotations.NullMarked;
