/** The places where stalls are: their seasons, days, rules and trades. */
@NullMarked
package org.jiuye.stall.site;

import org.jspecify.annotations.NullMarked;
