/** Employers and what was found about them. Pure Java: no Spring, no AWS, no clock of its own. */
@NullMarked
package org.jiuye.stall.employer.model;

import org.jspecify.annotations.NullMarked;
