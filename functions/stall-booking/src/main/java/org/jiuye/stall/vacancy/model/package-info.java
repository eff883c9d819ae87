/** Vacancies and the limits of the law. Pure Java: no Spring, no AWS, no clock of its own. */
@NullMarked
package org.jiuye.stall.vacancy.model;

import org.jspecify.annotations.NullMarked;
