/** Employers of the job market and shops: registered by a person, verified by staff. */
@NullMarked
package org.jiuye.stall.employer;

import org.jspecify.annotations.NullMarked;
