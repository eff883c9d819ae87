/** The facts that somebody tells, and the conditions that each loan sets. Pure Java. */
@NullMarked
package org.jiuye.loan.rules.model;

import org.jspecify.annotations.NullMarked;
