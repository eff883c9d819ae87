/** How large packages may be, because people wait for them to start. */
@NullMarked
package org.jiuye.checks.budget;

import org.jspecify.annotations.NullMarked;
