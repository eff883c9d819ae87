/** What a citizen puts into the box, and what becomes of it. */
@NullMarked
package org.jiuye.suggestion.box;

import org.jspecify.annotations.NullMarked;
