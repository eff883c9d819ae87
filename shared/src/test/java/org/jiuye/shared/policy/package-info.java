/** Tests of dated parameters. */
@NullMarked
package org.jiuye.shared.policy;

import org.jspecify.annotations.NullMarked;
