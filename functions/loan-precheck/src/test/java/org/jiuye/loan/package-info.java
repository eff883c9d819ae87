/** Tests of the loan pre-check. */
@NullMarked
package org.jiuye.loan;

import org.jspecify.annotations.NullMarked;
