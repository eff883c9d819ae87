/** Waiting for a stall of a full session, and answering the offer of one. */
@NullMarked
package org.jiuye.stall.waitinglist;

import org.jspecify.annotations.NullMarked;
