/** How long records are built. */
@NullMarked
package org.jiuye.shared.record;

import org.jspecify.annotations.NullMarked;
