/** Tests of the whole local cloud, with functions of their own. */
@NullMarked
package org.jiuye.local;

import org.jspecify.annotations.NullMarked;
