/** Tests of the accounting. */
@NullMarked
package org.jiuye.bench;

import org.jspecify.annotations.NullMarked;
