/** Dated parameters: which rule was in force on a day, and which document says so. */
@NullMarked
package org.jiuye.shared.policy;

import org.jspecify.annotations.NullMarked;
