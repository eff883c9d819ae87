/** The terms of each loan: dated parameters and the codes in them. Pure Java. */
@NullMarked
package org.jiuye.loan.terms.model;

import org.jspecify.annotations.NullMarked;
