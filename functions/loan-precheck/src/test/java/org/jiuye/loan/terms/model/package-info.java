/** Tests of the terms of loans. */
@NullMarked
package org.jiuye.loan.terms.model;

import org.jspecify.annotations.NullMarked;
