/** Tests of the relay. */
@NullMarked
package org.jiuye.relay;

import org.jspecify.annotations.NullMarked;
