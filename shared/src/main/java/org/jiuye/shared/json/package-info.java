/** The one JSON mapper of the suite. */
@NullMarked
package org.jiuye.shared.json;

import org.jspecify.annotations.NullMarked;
