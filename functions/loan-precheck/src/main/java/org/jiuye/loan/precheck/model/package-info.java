/** What a pre-check says. Pure Java. */
@NullMarked
package org.jiuye.loan.precheck.model;

import org.jspecify.annotations.NullMarked;
