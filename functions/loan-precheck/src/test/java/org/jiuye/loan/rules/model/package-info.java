/** Tests of the rules of loans. */
@NullMarked
package org.jiuye.loan.rules.model;

import org.jspecify.annotations.NullMarked;
