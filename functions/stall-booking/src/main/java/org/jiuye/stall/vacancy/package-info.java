/** The vacancies that hang out at the job market, and what no vacancy may ask. */
@NullMarked
package org.jiuye.stall.vacancy;

import org.jspecify.annotations.NullMarked;
