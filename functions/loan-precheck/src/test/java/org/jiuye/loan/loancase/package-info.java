@NullMarked
package org.jiuye.loan.loancase;

import org.jspecify.annotations.NullMarked;
