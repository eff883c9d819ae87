/** Tests of the rules of stall booking. */
@NullMarked
package org.jiuye.stall.model;

import org.jspecify.annotations.NullMarked;
