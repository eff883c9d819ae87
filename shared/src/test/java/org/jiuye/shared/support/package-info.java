/** What the tests of several packages share. */
@NullMarked
package org.jiuye.shared.support;

import org.jspecify.annotations.NullMarked;
