/** Pre-checks that are kept, and their referral to a bank. */
@NullMarked
package org.jiuye.loan.loancase;

import org.jspecify.annotations.NullMarked;
