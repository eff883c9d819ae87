/** The files that capabilities write, and what is wrong with them, by line. */
@NullMarked
package org.jiuye.contract.source;

import org.jspecify.annotations.NullMarked;
