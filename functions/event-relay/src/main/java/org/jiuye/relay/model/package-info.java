/** The relay's decisions, without AWS: who hears of an event, and what fits into one request. */
@NullMarked
package org.jiuye.relay.model;

import org.jspecify.annotations.NullMarked;
