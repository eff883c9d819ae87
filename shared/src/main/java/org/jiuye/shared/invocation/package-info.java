/** The basis of every invocation: the raw event, the time left, and what may be logged. */
@NullMarked
package org.jiuye.shared.invocation;

import org.jspecify.annotations.NullMarked;
