/** The suggestion box: citizens say which of the county's services should get better. */
@NullMarked
package org.jiuye.suggestion;

import org.jspecify.annotations.NullMarked;
