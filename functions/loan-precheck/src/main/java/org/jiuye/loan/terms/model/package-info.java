/** The dated terms of each loan, and the codes that they use. Pure Java. */
@NullMarked
package org.jiuye.loan.terms.model;

import org.jspecify.annotations.NullMarked;
