/** Tests of three-valued rules. */
@NullMarked
package org.jiuye.loan.logic;

import org.jspecify.annotations.NullMarked;
