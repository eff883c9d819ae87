/** Who recruits at the job market or has a shop: registered by a person, verified by staff. */
@NullMarked
package org.jiuye.stall.employer;

import org.jspecify.annotations.NullMarked;
