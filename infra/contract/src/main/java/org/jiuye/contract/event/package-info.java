/** The events that capabilities tell, and what they hear of one another's. */
@NullMarked
package org.jiuye.contract.event;

import org.jspecify.annotations.NullMarked;
