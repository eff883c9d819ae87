/** Who calls, who acts for whom, and who did it: accounts, roles, divisions, persons. */
@NullMarked
package org.jiuye.shared.identity;

import org.jspecify.annotations.NullMarked;
