/** The events' schemas. */
@NullMarked
package org.jiuye.checks.event;

import org.jspecify.annotations.NullMarked;
