/**
 * The tour: walks through a running local cloud as a newcomer would, and fails when it is not as
 * told.
 */
@NullMarked
package org.jiuye.local.tour;

import org.jspecify.annotations.NullMarked;
