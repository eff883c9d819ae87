/** Sends events, which ride in the table's items, to the queues that hear of them. */
@NullMarked
package org.jiuye.relay;

import org.jspecify.annotations.NullMarked;
