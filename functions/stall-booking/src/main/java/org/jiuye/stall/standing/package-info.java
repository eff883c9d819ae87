/** Whether a person may book: nights not come to, the bars that they bring, objections. */
@NullMarked
package org.jiuye.stall.standing;

import org.jspecify.annotations.NullMarked;
