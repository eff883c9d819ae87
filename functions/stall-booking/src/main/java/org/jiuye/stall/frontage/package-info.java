/** The pavement in front of a shop: declared for a season, checked by wardens, suspended, ended. */
@NullMarked
package org.jiuye.stall.frontage;

import org.jspecify.annotations.NullMarked;
