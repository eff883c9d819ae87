/** Dated policies: the rules in force on a day, and the documents that they stand in. */
@NullMarked
package org.jiuye.shared.policy;

import org.jspecify.annotations.NullMarked;
