/**
 * What every invocation has in common: the raw event, the time that is left, what may be logged.
 */
@NullMarked
package org.jiuye.shared.invocation;

import org.jspecify.annotations.NullMarked;
