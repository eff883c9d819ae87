/** What tests of the local cloud share. */
@NullMarked
package org.jiuye.local.testing;

import org.jspecify.annotations.NullMarked;
