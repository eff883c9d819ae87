@NullMarked
package org.jiuye.loan.precheck;

import org.jspecify.annotations.NullMarked;
