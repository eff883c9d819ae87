/** The job market's stalls: booked with their vacancies, reported on, ended with their employer. */
@NullMarked
package org.jiuye.stall.market;

import org.jspecify.annotations.NullMarked;
