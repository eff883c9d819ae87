/** Tests of the package of the same name. */
@NullMarked
package org.jiuye.local.http;

import org.jspecify.annotations.NullMarked;
