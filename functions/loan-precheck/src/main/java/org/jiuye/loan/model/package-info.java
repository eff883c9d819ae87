/** What a loan asks for, and what somebody's facts make of it: pure Java. */
@NullMarked
package org.jiuye.loan.model;

import org.jspecify.annotations.NullMarked;
