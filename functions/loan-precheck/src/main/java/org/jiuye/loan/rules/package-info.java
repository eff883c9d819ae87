/** The policies as people read them: rule by rule, with the numbers in force. */
@NullMarked
package org.jiuye.loan.rules;

import org.jspecify.annotations.NullMarked;
