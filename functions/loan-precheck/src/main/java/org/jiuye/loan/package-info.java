/** The loan pre-check: an honest answer before an application, and the cases that are kept. */
@NullMarked
package org.jiuye.loan;

import org.jspecify.annotations.NullMarked;
