/** A county's data: read from {@code seeds/}, checked whole, and loaded into the table. */
@NullMarked
package org.jiuye.seeds;

import org.jspecify.annotations.NullMarked;
