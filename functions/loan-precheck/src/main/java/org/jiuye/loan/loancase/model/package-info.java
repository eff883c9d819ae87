/** A loan case and what it stands on. Pure Java. */
@NullMarked
package org.jiuye.loan.loancase.model;

import org.jspecify.annotations.NullMarked;
