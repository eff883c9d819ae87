/** What packages may cost those who wait for them. */
@NullMarked
package org.jiuye.checks.budget;

import org.jspecify.annotations.NullMarked;
