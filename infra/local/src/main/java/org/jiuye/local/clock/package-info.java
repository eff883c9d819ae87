/** The county's clock, which people and tests may move. */
@NullMarked
package org.jiuye.local.clock;

import org.jspecify.annotations.NullMarked;
