/** Who hears of which events, and in which words. */
@NullMarked
package org.jiuye.contract.notice;

import org.jspecify.annotations.NullMarked;
