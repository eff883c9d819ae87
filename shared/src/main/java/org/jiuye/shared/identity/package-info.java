/** Callers and the persons they act for: accounts, roles, divisions. */
@NullMarked
package org.jiuye.shared.identity;

import org.jspecify.annotations.NullMarked;
