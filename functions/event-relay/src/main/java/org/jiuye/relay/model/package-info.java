/** What the relay decides, without AWS: who hears of an event, what fits into one send. */
@NullMarked
package org.jiuye.relay.model;

import org.jspecify.annotations.NullMarked;
