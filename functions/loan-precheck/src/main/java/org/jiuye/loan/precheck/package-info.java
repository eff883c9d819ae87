/** The public door: an honest answer to anybody; nothing is kept. */
@NullMarked
package org.jiuye.loan.precheck;

import org.jspecify.annotations.NullMarked;
