/**
 * Stall booking: the night market, the stalls of the job market, the shopfronts. Each subject has a
 * room of its own; {@link org.jiuye.stall.StallFunctions} is the front door.
 */
@NullMarked
package org.jiuye.stall;

import org.jspecify.annotations.NullMarked;
