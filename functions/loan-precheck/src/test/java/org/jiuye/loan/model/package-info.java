/** Tests of the rules of loans. */
@NullMarked
package org.jiuye.loan.model;

import org.jspecify.annotations.NullMarked;
